public import Foundation
public import OfficeActor

/// A list of employees as somebody wrote it down or a program exported it: the names in it, the lines that are
/// none, and what had to be guessed.
///
/// Read are lines of text and tables (CSV) with or without a header, whatever their encoding, separator and order
/// of columns. Nothing is dropped silently but empty lines, comments (`#`), titles above a header, and the header,
/// also where it stands again in the same words: every other line is a name or refused.
public struct NameList: Sendable, Hashable {
  /// Most names of a list: as many as an office may have.
  public static let namesMax = Office.employeesMax
  /// Largest document, in bytes: ``namesMax`` names with some columns beside them, in UTF-16.
  public static let bytesMax = 4_000_000

  /// In the order of the lines, no two the same.
  public internal(set) var names: [EmployeeName] = []
  /// Lines that are no names, in their order.
  public internal(set) var refused: [Refused] = []
  /// What could have been meant otherwise; a list without guesses is what it says.
  public internal(set) var guesses: Set<Guess> = []
  /// Those of `names` that look little like a person's.
  public internal(set) var unusual: [EmployeeName] = []

  /// A line that is no name.
  public struct Refused: Sendable, Hashable {
    /// The first line is 1.
    public let line: Int
    /// Why it is no name.
    public let reason: Reason
  }

  /// Why a line is no name.
  public enum Reason: Sendable, Hashable {
    /// A quote that begins does not end, or ends in the middle of a field.
    case brokenQuote
    /// The row of a table has nothing where its name should be.
    case noName
    /// A number, a date, an address, a total, a heading of a part of the list.
    case noPerson(String)
    /// The header once more, or in the middle of a list.
    case header(String)
    /// Something that looks like a name stands above the header.
    case aboveHeader(String)
    /// Several names on one line.
    case several(String)
    /// The text is too short or too long for a name.
    case length(String)
    /// The text has characters that no name has.
    case characters(String)
    /// The same name stands on an earlier line.
    case repeats(EmployeeName, line: Int)
    /// It and all lines after it are too many.
    case tooMany
  }

  /// What had to be guessed.
  public enum Guess: Sendable, Hashable, Comparable {
    /// The encoding is neither Unicode nor Windows-1251.
    case encoding
    /// There is no header, and the names were found in this column; the first is 1.
    case column(Int)
    /// There is no header, and names were put together from several columns or around a comma.
    case joined
    /// Some names look little like a person's.
    case unusual
  }

  /// Reads what somebody typed. A single line is taken at its word.
  public init(typed text: String) {
    self.init(Table(text))
    guard lineCount(of: text) == 1 else { return }
    guesses.remove(.unusual)
    unusual = []
    if case .noPerson(let text)? = refused.first?.reason, PersonName.isHeading(text),
      let name = EmployeeName(text)
    {
      (names, refused) = ([name], [])
    }
  }

  /// Reads a document of any encoding.
  ///
  /// - Throws: ``NoText`` if it is something else.
  public init(document: Data) throws(NoText) {
    let document = try DocumentText(document)
    self.init(Table(document.text))
    if document.isGuess { guesses.insert(.encoding) }
  }

  private init(_ table: Table) {
    let layout = TableLayout(table)
    var lines: [EmployeeName.Key: Int] = [:]
    refused = layout.refusedAbove
    guesses = layout.guesses
    for row in table.rows.dropFirst(layout.rowsAbove) {
      let text: PersonName
      switch layout.reading(of: row) {
      case .nothing: continue
      case .refused(let reason):
        refused.append(Refused(line: row.line, reason: reason))
        continue
      case .name(let found): text = found
      }
      guard let name = EmployeeName(text.text) else {
        let isLength = !EmployeeName.lengths.contains(text.text.count)
        refused.append(
          Refused(line: row.line, reason: isLength ? .length(text.text) : .characters(text.text)))
        continue
      }
      if let earlier = lines[name.key] {
        refused.append(Refused(line: row.line, reason: .repeats(name, line: earlier)))
        continue
      }
      guard names.count < Self.namesMax else {
        refused.append(Refused(line: row.line, reason: .tooMany))
        break
      }
      lines[name.key] = row.line
      names.append(name)
      if text.isJoined { guesses.insert(.joined) }
      if !text.isUsual {
        guesses.insert(.unusual)
        unusual.append(name)
      }
    }
    if let line = table.cutAt, refused.last?.reason != .tooMany {
      refused.append(Refused(line: line, reason: .tooMany))
    }
    if names.isEmpty { guesses = [] }
  }

  private func lineCount(of text: String) -> Int {
    text.split(whereSeparator: \.isNewline).count { !$0.allSatisfy(\.isWhitespace) }
  }
}
