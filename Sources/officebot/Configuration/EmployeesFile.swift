import Foundation
import OfficeActor

/// The list of names that a new office begins with: CSV or plain text, one name a line.
struct EmployeesFile: Sendable, Hashable {
  let file: URL
  /// In the file's order, no two the same.
  let names: [EmployeeName]
}

extension EmployeesFile {
  init?(reading entry: Entry) {
    guard let path = entry.read(.text(1...4096)) else { return nil }
    let reader = entry.reader
    let file = reader.resolve(path, isDirectory: false)
    do {
      let text = try TextFile.text(of: file, bytesMax: NameList.bytesMax)
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
    let list = NameList(text, namesMax: Office.employeesMax)
    for refused in list.refused {
      switch refused.reason {
      case .openQuote: refuse(refused.line, "the closing quote is missing")
      case .noName(let text): refuse(refused.line, whyNoName(text))
      case .repeats(let name, let earlier):
        refuse(refused.line, "\(name.text.inMessage) is already on line \(earlier)")
      case .tooMany: refuse(refused.line, "there are more than \(Office.employeesMax) names")
      }
    }
    return list.names
  }

  private static func whyNoName(_ text: String) -> String {
    let lengths = EmployeeName.lengths
    let reason =
      lengths.contains(text.count)
      ? "it has characters that no name has"
      : "\(lengths.lowerBound) to \(lengths.upperBound) characters are expected"
    return "\(text.inMessage) is not a name: \(reason)"
  }
}
