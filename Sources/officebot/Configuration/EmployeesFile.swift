import Foundation
import OfficeActor

/// The list of names that a new office begins with: CSV or plain text, one name a line.
struct EmployeesFile: Sendable, Hashable {
  let file: URL
  /// In the file's order, no two the same.
  let names: [EmployeeName]

  static let bytesMax = 2_000_000
  static let namesMax = 10_000
  private static let headers = Set(["ФИО", "Name"].compactMap { EmployeeName($0)?.key })
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
        reader.add(ConfigurationFinding(file: reader.displayed(path), line: line, message: message))
      }
      guard reader.mistakeCount == mistakesBefore else { return nil }
      self.init(file: file, names: names)
    } catch {
      let place = error.line.map { " (line \($0))" } ?? ""
      entry.addMistake("\(path.inMessage) \(error.message)\(place)")
      return nil
    }
  }

  private static func names(of text: String, refuse: (Int, String) -> Void) -> [EmployeeName] {
    var names: [EmployeeName] = []
    var lines: [EmployeeName.Key: Int] = [:]
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
      let name = EmployeeName(field)
      let isHeader = mayBeHeader && name.map { headers.contains($0.key) } ?? false
      mayBeHeader = false
      guard !isHeader else { continue }
      guard let name else {
        refuse(line, whyNoName(field))
        continue
      }
      if let earlier = lines[name.key] {
        refuse(line, "\(name.text.inMessage) is already on line \(earlier)")
        continue
      }
      guard names.count < namesMax else {
        refuse(line, "there are more than \(namesMax) names")
        break
      }
      lines[name.key] = line
      names.append(name)
    }
    return names
  }

  private static func whyNoName(_ field: String) -> String {
    let text = field.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let lengths = EmployeeName.lengths
    let reason =
      lengths.contains(text.count)
      ? "it has characters that no name has"
      : "\(lengths.lowerBound) to \(lengths.upperBound) characters are expected"
    return "\(text.inMessage) is not a name: \(reason)"
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
}
