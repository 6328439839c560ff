/// Answers a tap, which stops the spinner on the button. Not limited in pace.
public struct AnswerCallbackQuery: BotMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `answerCallbackQuery`
  public static let name = "answerCallbackQuery"
  /// Twice is the same as once.
  public static let isIdempotent = true
  /// Nobody waits longer for an answer to a tap, neither the person nor, for much longer, Telegram.
  public static let usefulFor = Duration.seconds(10)

  /// Which tap.
  public let query: CallbackQueryID
  /// Plain, at most 200 characters; shown for a moment above the chat.
  public let text: String?
  /// `true` shows the text as a dialog to be closed.
  public let showAlert: Bool?

  enum CodingKeys: String, CodingKey {
    case query = "callback_query_id"
    case text
    case showAlert = "show_alert"
  }

  /// An answer to a tap.
  public init(query: CallbackQueryID, text: String? = nil, showAlert: Bool? = nil) {
    self.query = query
    self.text = text
    self.showAlert = showAlert
  }

  /// As long as it is of use.
  public var timeLimit: Duration? { Self.usefulFor }
}
