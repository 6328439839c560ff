import Foundation
package import OfficeActor

/// A command that people type or choose from the bot's list.
package enum ChatCommand: String, Sendable, CaseIterable {
  case start, menu, book, week, my, who, guest, admin, help, cancel
  case unknown

  /// The command in a message, or nil if the message is not a command. `/book@our_bot now` is `/book`.
  package init?(text: String) {
    guard text.hasPrefix("/") else { return nil }
    let word = text.dropFirst().prefix { !$0.isWhitespace && $0 != "@" }
    self = ChatCommand(rawValue: word.lowercased()) ?? .unknown
  }

  /// What follows `/start`, as in a link `t.me/<bot>?start=<code>`; nil if nothing does.
  package static func startCode(in text: String) -> String? {
    guard ChatCommand(text: text) == .start else { return nil }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    return words.count == 2 ? words[1].trimmingCharacters(in: .whitespacesAndNewlines) : nil
  }

  /// Telegram's own menu, in its order.
  private static let listed: [ChatCommand] = [.menu, .book, .week, .my, .who, .guest, .cancel, .help]

  /// The list in Telegram's own menu, as speakers of a language read it.
  ///
  /// - Parameter isAdmin: whether «Управление» is on it.
  package static func menuEntries(
    in language: Language, isAdmin: Bool = false
  ) -> [(command: ChatCommand, description: String)] {
    (listed + (isAdmin ? [.admin] : [])).map { ($0, language.words.description(of: $0)) }
  }
}
