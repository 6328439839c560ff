import Foundation

/// A command that people type or choose from the bot's list.
package enum ChatCommand: String, Sendable, CaseIterable {
  case start, menu, book, my, who, guest, admin, help, cancel
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

  /// The list in Telegram's own menu.
  package static let menuEntries: [(command: ChatCommand, description: String)] = [
    (.menu, "Меню"),
    (.book, "Забронировать место"),
    (.my, "Мои брони"),
    (.who, "Кто в офисе"),
    (.guest, "Пригласить гостя"),
    (.cancel, "Прервать ввод"),
    (.help, "Как это работает"),
  ]
}
