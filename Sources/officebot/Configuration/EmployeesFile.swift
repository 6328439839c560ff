import Foundation

/// The list of names that a new office begins with: CSV or plain text, one name a line.
struct EmployeesFile: Sendable, Hashable {
  /// A name and the line it stands on, from 1.
  struct Name: Sendable, Hashable {
    let text: String
    let line: Int
  }

  let file: URL
  /// In the file's order; no two the same when case and Unicode's variants do not count.
  let names: [Name]

  static let bytesMax = 2_000_000
  static let namesMax = 10_000
  static let nameLengths = 2...100
  private static let headers: Set<String> = ["фио", "name"]
}

extension EmployeesFile {
  init?(reading entry: Entry) {
    guard let path = entry.read(.text(1...4096)) else { return nil }
    let reader = entry.reader
    let file = reader.resolve(path, isDirectory: false)
    do {
      let text = try TextFile.text(of: file, bytesMax: Self.bytesMax)
      let mistakesBefore = reader.mistakeCount
      let names = Self.names(of: text) { line, message in
        reader.add(ConfigurationMistake(file: reader.displayed(path), line: line, message: message))
      }
      guard reader.mistakeCount == mistakesBefore else { return nil }
      self.init(file: file, names: names)
    } catch {
      let place = error.line.map { " (line \($0))" } ?? ""
      entry.addMistake("\(path.inMessage) \(error.message)\(place)")
      return nil
    }
  }

  private static func names(of text: String, refuse: (Int, String) -> Void) -> [Name] {
    var names: [Name] = []
    var lines: [String: Int] = [:]
    var mayBeHeader = true
    for (index, row) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      let line = index + 1
      let row = row.drop(while: \.isWhitespace)
      guard !row.isEmpty, !row.hasPrefix("#") else { continue }
      guard let field = firstField(of: row) else {
        refuse(line, "the closing quote is missing")
        continue
      }
      let name = field.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isHeader = mayBeHeader && headers.contains(comparable(name))
      mayBeHeader = false
      guard !isHeader else { continue }
      guard nameLengths.contains(name.count), !name.hasControlCharacters else {
        refuse(
          line,
          "\(name.inMessage) is not a name: "
            + "\(nameLengths.lowerBound) to \(nameLengths.upperBound) characters are expected")
        continue
      }
      if let earlier = lines[comparable(name)] {
        refuse(line, "\(name.inMessage) is already on line \(earlier)")
        continue
      }
      guard names.count < namesMax else {
        refuse(line, "there are more than \(namesMax) names")
        break
      }
      lines[comparable(name)] = line
      names.append(Name(text: name, line: line))
    }
    return names
  }

  /// The first column, separated by `;`, `,` or a tab; nil if its quote does not end.
  private static func firstField(of row: Substring) -> String? {
    guard row.first == "\"" else { return String(row.prefix { !";,\t".contains($0) }) }
    var field = ""
    var rest = row.dropFirst()
    while let character = rest.popFirst() {
      if character != "\"" {
        field.append(character)
      } else if rest.first == "\"" {
        field.append(rest.removeFirst())
      } else {
        return field
      }
    }
    return nil
  }

  /// Two names with the same of this are the same name. «ё» and «е» stay different.
  private static func comparable(_ name: String) -> String {
    // Upper case first: that is how «ß» and «SS» meet.
    name.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
      .precomposedStringWithCompatibilityMapping
  }
}
