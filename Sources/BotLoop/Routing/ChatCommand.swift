import Telegram

/// A command that people type or choose from the bot's list.
enum ChatCommand: String, Sendable, CaseIterable {
  case start, menu, book, my, who, guest, help, cancel
  case unknown

  /// The command in a message, or nil if the message is not a command. `/book@our_bot now` is `/book`.
  init?(text: String) {
    guard text.hasPrefix("/") else { return nil }
    let word = text.dropFirst().prefix { !$0.isWhitespace && $0 != "@" }
    self = ChatCommand(rawValue: word.lowercased()) ?? .unknown
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
