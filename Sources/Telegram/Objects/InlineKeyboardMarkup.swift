/// Rows of buttons under a message.
public struct InlineKeyboardMarkup: Sendable, Hashable, Codable {
  /// From top to bottom, each from left to right.
  public let rows: [[InlineKeyboardButton]]

  /// A larger one is refused as a whole: «reply markup is too long».
  ///
  /// Telegram does not say where its limit is; keyboards up to this many bytes of JSON are taken.
  public static let bytesMax = 9_800

  enum CodingKeys: String, CodingKey {
    case rows = "inline_keyboard"
  }

  /// A keyboard; without rows it takes the buttons away.
  public init(rows: [[InlineKeyboardButton]]) { self.rows = rows }
}

/// A button under a message. Telegram wants exactly one action.
public struct InlineKeyboardButton: Sendable, Hashable {
  /// What it says; Telegram drops a button that says nothing.
  public let text: String
  /// What a tap does.
  public let action: Action
  /// Its colour; the app's usual one if absent.
  public let style: Style?

  /// What a tap does.
  public enum Action: Sendable, Hashable {
    /// Sends the data back to the bot, ``callbackDataBytesMax`` bytes at most.
    case callback(data: String)
    /// Opens an address.
    case open(url: String)
  }

  /// A colour with a meaning.
  public enum Style: String, Sendable, Hashable, Codable {
    /// Green.
    case success
    /// Red.
    case danger
    /// Blue.
    case primary
  }

  /// In UTF-8; a Cyrillic letter has two.
  public static let callbackDataBytesMax = 64

  /// A button.
  public init(text: String, action: Action, style: Style? = nil) {
    self.text = text
    self.action = action
    self.style = style
  }
}

extension InlineKeyboardButton: Codable {
  enum CodingKeys: String, CodingKey {
    case text, style, url
    case callbackData = "callback_data"
  }

  /// As Telegram writes it; a button of a kind that this program does not make is an error.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    text = try fields.decode(String.self, forKey: .text)
    style = try? fields.decodeIfPresent(Style.self, forKey: .style)
    if let url = try fields.decodeIfPresent(String.self, forKey: .url) {
      action = .open(url: url)
    } else {
      action = .callback(data: try fields.decode(String.self, forKey: .callbackData))
    }
  }

  /// As Telegram reads it.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(text, forKey: .text)
    try fields.encodeIfPresent(style, forKey: .style)
    switch action {
    case .callback(let data): try fields.encode(data, forKey: .callbackData)
    case .open(let url): try fields.encode(url, forKey: .url)
    }
  }
}
