import Foundation
import NameLists
package import OfficeActor

/// The list of names that a new office begins with: plain text or a table, in whatever encoding.
package struct EmployeesFile: Sendable, Hashable {
  let file: URL
  /// In the file's order, no two the same.
  package let names: [EmployeeName]
}

extension EmployeesFile {
  init?(reading entry: Entry) {
    guard let path = entry.read(.text(1...4096)) else { return nil }
    let reader = entry.reader
    let file = reader.resolve(path, isDirectory: false)
    do throws(TextFile.Problem) {
      let list = try Self.list(in: file)
      for refused in list.refused {
        reader.add(
          Configuration.Finding(
            file: reader.displayed(path), line: refused.line, message: refused.reason.message))
      }
      guard list.refused.isEmpty else { return nil }
      if let guess = list.guessed { entry.addNote("\(path.inMessage) \(guess)") }
      self.init(file: file, names: list.names)
    } catch {
      entry.addMistake("\(path.inMessage) \(error.message)")
      return nil
    }
  }

  private static func list(in file: URL) throws(TextFile.Problem) -> NameList {
    let bytes = try TextFile.bytes(of: file, bytesMax: NameList.bytesMax)
    do throws(NoText) { return try NameList(document: bytes) } catch {
      // An office may begin without names.
      if error == .empty { return NameList(typed: "") }
      throw TextFile.Problem(message: error.message)
    }
  }
}

extension NameList {
  private static let shownMax = 5

  /// What had to be guessed, with the first names, so that an operator sees whether it was guessed well; nil if
  /// nothing had to be. Nobody can be asked at a start, and one that worked before must go on working: a note.
  fileprivate var guessed: String? {
    guard !guesses.isEmpty else { return nil }
    let why = guesses.sorted().map { guess in
      switch guess {
      case .encoding: "its encoding is neither Unicode nor Windows-1251"
      case .column(let column): "it has no header, and the names were taken from column \(column)"
      case .joined: "names were put together from several columns or around a comma"
      case .unusual: "some look little like names, such as \(unusual[0].text.inMessage)"
      }
    }
    let first = names.prefix(Self.shownMax).map(\.text.inMessage).joined(separator: ", ")
    return """
      had to be guessed at: \(why.joined(separator: "; ")). Its first names are \(first); if they are wrong, give it a \
      header with the column `ФИО`
      """
  }
}

extension NameList.Reason {
  fileprivate var message: String {
    switch self {
    case .brokenQuote: "the closing quote is missing"
    case .noName: "the row has no name"
    case .noPerson(let text): "\(text.inMessage) is not a person's name"
    case .header(let text): "\(text.inMessage) is a header, not a name"
    case .aboveHeader(let text): "\(text.inMessage) stands above the header"
    case .several(let text): "\(text.inMessage): several names on one line"
    case .length(let text):
      "\(text.inMessage) is not a name: \(EmployeeName.lengths.lowerBound) to \(EmployeeName.lengths.upperBound) characters are expected"
    case .characters(let text): "\(text.inMessage) is not a name: it has characters that no name has"
    case .repeats(let name, let earlier): "\(name.text.inMessage) is already on line \(earlier)"
    case .tooMany: "there are more than \(NameList.namesMax) names"
    }
  }
}

extension NoText {
  fileprivate var message: String {
    switch self {
    case .empty: "is empty"
    case .format(.picture): "is a picture, not text"
    case .format(.archive): "is an archive, not text"
    case .format(let format): "is \(format.rawValue), not text; save it as CSV"
    case .unknown: "is no text in an encoding that is known; save it as UTF-8"
    }
  }
}
