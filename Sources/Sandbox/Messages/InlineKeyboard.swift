/// The buttons under a message.
public struct InlineKeyboard: Hashable, Sendable {
  /// One button.
  public struct Button: Hashable, Sendable {
    /// The colour of a button.
    public enum Style: String, Sendable {
      /// Red.
      case danger
      /// Green.
      case success
      /// Blue.
      case primary
    }

    /// What a tap does.
    public enum Action: Hashable, Sendable {
      /// Asks the bot.
      case callback(String)
      /// Opens an address.
      case url(String)
      /// Copies a text.
      case copy(String)
    }

    /// The label.
    public let text: String
    /// The colour, if it has one.
    public let style: Style?
    /// What a tap does.
    public let action: Action

    /// What the bot gets when the button is tapped, if it is of that kind.
    public var data: String? {
      guard case .callback(let data) = action else { return nil }
      return data
    }
  }

  /// Buttons by row, top first.
  public var rows: [[Button]]

  /// Telegram drops what a row has beyond so many.
  static let buttonsPerRowMax = 12
  /// Telegram drops what a keyboard has beyond so many.
  static let buttonsMax = 300
  /// A keyboard may not be larger, in bytes of labels and data. About what is observed.
  static let bytesMax = 10_240
  /// `callback_data` has at most so many bytes of UTF-8.
  static let callbackDataBytesMax = 64

  var json: JSON {
    ["inline_keyboard": .array(rows.map { row in .array(row.map(\.json)) })]
  }
}

extension InlineKeyboard.Button {
  var json: JSON {
    var members: [String: JSON?] = ["text": .string(text), "style": style.map { .string($0.rawValue) }]
    switch action {
    case .callback(let data): members["callback_data"] = .string(data)
    case .url(let url): members["url"] = .string(url)
    case .copy(let text): members["copy_text"] = ["text": .string(text)]
    }
    return .compact(members)
  }
}
