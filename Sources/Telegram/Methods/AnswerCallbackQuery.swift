/// Answers a tap, which stops the spinner on the button. Not limited in pace.
public struct AnswerCallbackQuery: BotMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `answerCallbackQuery`
  public static let name = "answerCallbackQuery"
  /// Twice is the same as once.
  public static let isIdempotent = true
  /// Telegram takes answers for 10 to 30 seconds after a tap, and the spinner turns until then.
  public static let usefulFor = Duration.seconds(25)
  /// Each tap waits for itself: one that Telegram makes wait says nothing about the others.
  public static let sharesWaits = false
  /// A call that takes longer has failed; there is time for another one.
  private static let timeLimit = Duration.seconds(10)

  /// Identifier of the tap to answer.
  public let callbackQueryID: CallbackQueryID
  /// Plain, at most 200 characters; shown for a moment above the chat.
  public let text: String?

  /// An answer to a tap.
  public init(query: CallbackQueryID, text: String? = nil) {
    self.callbackQueryID = query
    self.text = text
  }

  /// Shorter than other calls', so that an answer can be tried again.
  public var timeLimit: Duration? { Self.timeLimit }
}
