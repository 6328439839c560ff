/// Names as people write them down: one a line, plain text or the first column of a CSV file.
public struct NameList: Sendable, Hashable {
  /// A larger file is no list of names, and is not read.
  public static let bytesMax = 4_000_000

  /// In the order of the lines, no two the same.
  public private(set) var names: [EmployeeName] = []
  /// Lines that are no name, in their order.
  public private(set) var refused: [Refused] = []

  /// A line that is no name.
  public struct Refused: Sendable, Hashable {
    /// The first line is 1.
    public let line: Int
    /// Why.
    public let reason: Reason
  }

  /// Why a line is no name.
  public enum Reason: Sendable, Hashable {
    /// A quote that begins does not end.
    case openQuote
    /// The text is too short or too long, or has characters that no name has.
    case noName(String)
    /// The same name stands on an earlier line.
    case repeats(EmployeeName, line: Int)
    /// It and all lines after it are too many.
    case tooMany
  }

  private static let headers = Set(
    ["ФИО", "Имя", "Сотрудник", "Сотрудники", "Name", "Full name", "Employee"].compactMap {
      EmployeeName($0)?.key
    })

  /// Reads a text. Empty lines, lines that begin with `#`, and a header on the first line are left out.
  ///
  /// - Parameter namesMax: further names are refused.
  public init(_ text: String, namesMax: Int) {
    var lines: [EmployeeName.Key: Int] = [:]
    var mayBeHeader = true
    for (index, row) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      let line = index + 1
      let row = row.drop(while: \.isWhitespace)
      guard !row.isEmpty, !row.hasPrefix("#") else { continue }
      guard let field = Self.firstField(of: row) else {
        refused.append(Refused(line: line, reason: .openQuote))
        continue
      }
      let name = EmployeeName(field)
      let isHeader = mayBeHeader && name.map { Self.headers.contains($0.key) } ?? false
      mayBeHeader = false
      guard !isHeader else { continue }
      guard let name else {
        let text = field.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        refused.append(Refused(line: line, reason: .noName(text)))
        continue
      }
      if let earlier = lines[name.key] {
        refused.append(Refused(line: line, reason: .repeats(name, line: earlier)))
        continue
      }
      guard names.count < namesMax else {
        refused.append(Refused(line: line, reason: .tooMany))
        break
      }
      lines[name.key] = line
      names.append(name)
    }
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
