package import Foundation
package import OfficeActor

/// What a tap, a command or a text leads to, as a value: what carries it out knows no sentence, and the conversation
/// awaits nothing.
package enum Step {
  case show(Reply)
  /// Carries out a command for the viewer and goes on with its outcome, in the scene that holds then.
  case perform(Command, then: (Scene, Result<Outcome, Refusal>) -> Step)
  /// Looks something up outside the office and goes on with what was found.
  case read(Query)
  /// Shows a refusal to administer; the journal hears of the attempt.
  case refuseAdministration(Reply)

  /// Shows a screen, with the little answer above the chat and perhaps a file.
  static func show(_ screen: Screen?, toast: Markup? = nil, document: OutgoingDocument? = nil) -> Step {
    .show(Reply(screen, toast: toast, document: document))
  }
}

/// A look at what is kept outside the office, and what follows from what it finds.
package enum Query {
  /// Entries of the journal, the newest first, at most a number of them.
  case journal(JournalQuery, atMost: Int, then: (Scene, Result<[JournalLine], Unreadable>) -> Step)
  /// How many entries of a kind, perhaps with a detail, are about days of a range.
  case journalCount(
    JournalRecord.Kind, detail: String?, about: ClosedRange<Day>,
    then: (Scene, Result<Int, Unreadable>) -> Step)
  /// How many people came on days of a range, as the journal tells it.
  case dayCounts(ClosedRange<Day>, then: (Scene, Result<[Day: DayCount], Unreadable>) -> Step)
  /// What went wrong, the newest first.
  case errors(then: (Scene, [ErrorGroup]) -> Step)
  /// Keeps names that an admin is asked about; finds the number they are kept under.
  case keepNames([EmployeeName], then: (Scene, Result<Int64, Unreadable>) -> Step)
  /// The names kept under a number; nil if they are forgotten.
  case keptNames(Int64, then: (Scene, Result<[EmployeeName]?, Unreadable>) -> Step)
  /// The contents of a document that the viewer sent.
  case document(SentDocument, bytesMax: Int, then: (Scene, Result<Data, DocumentFailure>) -> Step)
}

/// What is kept outside the office could not be read or written; the reason is in the log.
package struct Unreadable: Error, Sendable, Hashable {
  /// A failed look.
  package init() {}
}

/// A document as somebody sent it.
package struct SentDocument: Sendable, Hashable {
  /// Under which Telegram keeps it.
  package let fileID: String
  package let name: String?
  /// In bytes, as far as Telegram says.
  package let size: Int?

  /// A document that can be fetched.
  package init(fileID: String, name: String?, size: Int?) {
    self.fileID = fileID
    self.name = name
    self.size = size
  }
}

/// Why a document could not be fetched.
package enum DocumentFailure: Error, Sendable, Hashable {
  case tooBig
  /// The Bot API server keeps it where the bot cannot read.
  case outOfReach
  /// Telegram has it no longer.
  case gone
  /// Telegram does not give it out now.
  case unavailable
}
