import Foundation
import Logs
import OfficeActor
import Persistence
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

/// Somebody's chat, as the conversation sees it: what is shown, and what the chat waits for.
final class AdminChat {
  let office: TestOffice
  let account: AccountID
  private(set) var screen: Screen
  private(set) var entry: TextEntry?
  private(set) var toast: String?
  private(set) var document: OutgoingDocument?
  private var request: Int64

  init(_ office: TestOffice, _ account: AccountID = TestOffice.admin, firstRequest: Int64 = 1_000) {
    self.office = office
    self.account = account
    request = firstRequest
    screen = office.screen(.menu, for: account)
    entry = screen.awaits
  }

  /// Taps the button with a label.
  func tap(_ label: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await tap(try screen.button(label), sourceLocation: sourceLocation)
  }

  func tap(_ button: Button, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let data = try #require(Button(data: button.data), sourceLocation: sourceLocation)
    try show(await office.reply(to: data, from: asking()), sourceLocation: sourceLocation)
  }

  func type(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try show(await office.reply(toText: text, from: asking()), sourceLocation: sourceLocation)
  }

  func send(_ document: Document, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try show(await office.reply(toDocument: document, from: asking()), sourceLocation: sourceLocation)
  }

  /// Goes from the menu by these labels.
  func go(_ labels: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
    screen = office.screen(.menu, for: account)
    entry = screen.awaits
    for label in labels { try await tap(label, sourceLocation: sourceLocation) }
  }

  var caption: String { screen.caption.html }

  private func asking() -> Asking {
    request += 1
    // Kept as the store keeps it.
    return office.asking(account, request, entry: entry.flatMap { TextEntry(code: $0.code) })
  }

  private func show(_ reply: Reply, sourceLocation: SourceLocation) throws {
    (toast, document) = (reply.toast, reply.document)
    guard let shown = reply.screen else { return }
    try shown.expectSound(sourceLocation: sourceLocation)
    screen = shown
    entry = shown.awaits
  }
}

extension TestOffice {
  /// What an office's transactions have written into the journal so far, the newest first.
  var journal: [JournalLine] {
    storage.commits.flatMap(\.journal).enumerated().map { index, entry in
      let actor: AccountID? = if case .person(let account) = entry.principal { account } else { nil }
      return JournalLine(id: Int64(index + 1), at: entry.at, actor: actor, record: JournalRecord(entry.event))
    }.reversed()
  }

  func employee(_ id: Int64) -> Employee? { office.employees[Employee.ID(rawValue: id)] }
}
