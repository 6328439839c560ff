public import Foundation

/// A message as a person sees it in a chat.
public struct Message: Hashable, Sendable, Identifiable {
  /// Who wrote a message.
  public enum Author: Hashable, Sendable {
    /// The bot.
    case bot
    /// A person, by id.
    case person(Int64)
  }

  /// What a message is, besides its text.
  public enum Content: Hashable, Sendable {
    /// Text alone.
    case text
    /// A picture; the text is its caption.
    case photo(StoredFile)
    /// A document; the text is its caption.
    case document(StoredFile)
    /// A voice message.
    case voice(StoredFile)
    /// A sticker.
    case sticker(StoredFile)
  }

  /// `message_id`.
  public let id: Int
  /// Who wrote it.
  public let author: Author
  /// When it was written.
  public let date: Date
  /// When it was last edited, if ever.
  public internal(set) var editDate: Date?
  /// What it is.
  public internal(set) var content: Content
  /// The text or the caption.
  public internal(set) var formatted: FormattedText
  /// The buttons, if it has any.
  public internal(set) var keyboard: InlineKeyboard?
  /// Whether it came without sound.
  public let isSilent: Bool
  /// The message it answers.
  public let replyTo: Int?
  /// Whether it was sent with a reply keyboard or the like, which forbids editing.
  let hasOtherMarkup: Bool

  /// The plain text or caption.
  public var text: String { formatted.text }

  /// The labels of its buttons, by row.
  public var labels: [[String]] { keyboard?.rows.map { $0.map(\.text) } ?? [] }

  /// The picture, document, voice or sticker it carries.
  public var file: StoredFile? {
    switch content {
    case .text: nil
    case .photo(let file), .document(let file), .voice(let file), .sticker(let file): file
    }
  }

  /// The bytes of its picture, if it has one.
  public var picture: Data? {
    guard case .photo(let file) = content else { return nil }
    return file.bytes
  }

  /// Whether the bot wrote it.
  public var isFromBot: Bool { author == .bot }

  /// The button with a label, or with a label that begins so when none has it exactly.
  public func button(_ label: String) -> InlineKeyboard.Button? {
    let buttons = keyboard.map { Array($0.rows.joined()) } ?? []
    return buttons.first { $0.text == label } ?? buttons.first { $0.text.hasPrefix(label) }
  }

  /// The button with data, if there is one.
  public func button(data: String) -> InlineKeyboard.Button? {
    keyboard?.rows.joined().first { $0.data == data }
  }
}
