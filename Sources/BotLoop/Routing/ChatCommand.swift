import Foundation
import Telegram

/// A command that people type or choose from the bot's list.
enum ChatCommand: String, Sendable, CaseIterable {
  case start, menu, book, my, who, guest, admin, help, cancel
  case unknown

  /// The command in a message, or nil if the message is not a command. `/book@our_bot now` is `/book`.
  init?(text: String) {
    guard text.hasPrefix("/") else { return nil }
    let word = text.dropFirst().prefix { !$0.isWhitespace && $0 != "@" }
    self = ChatCommand(rawValue: word.lowercased()) ?? .unknown
  }

  /// What follows `/start`, as in a link `t.me/<bot>?start=<code>`; nil if nothing does.
  static func startCode(in text: String) -> String? {
    guard ChatCommand(text: text) == .start else { return nil }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    return words.count == 2 ? words[1].trimmingCharacters(in: .whitespacesAndNewlines) : nil
  }

  /// The list in Telegram's own menu.
  static let menuEntries: [BotCommand] = [
    BotCommand(command: menu.rawValue, description: "Меню"),
    BotCommand(command: book.rawValue, description: "Забронировать место"),
    BotCommand(command: my.rawValue, description: "Мои брони"),
    BotCommand(command: who.rawValue, description: "Кто в офисе"),
    BotCommand(command: guest.rawValue, description: "Пригласить гостя"),
    BotCommand(command: cancel.rawValue, description: "Прервать ввод"),
    BotCommand(command: help.rawValue, description: "Как это работает"),
  ]
}
