public import Foundation

/// A tap on a button, and what became of it.
public struct Tap: Sendable, Identifiable {
  /// What the bot said to a tap.
  public struct Answer: Hashable, Sendable {
    /// The text of the little notice, if it has one.
    public let text: String?
    /// Whether the text came as a dialog that has to be closed.
    public let isAlert: Bool
    /// The address that opens, if it has one.
    public let url: String?
  }

  /// The text of an answer has at most so many characters.
  static let answerLengthMax = 200

  /// `id` of the callback query.
  public let id: String
  /// Who tapped.
  public let person: Int64
  /// In which chat.
  public let chat: Int64
  /// On which message.
  public let message: Int
  /// The label of the button; the data where the button is gone.
  public let label: String
  /// What the bot got.
  public let data: String
  /// When.
  public let date: Date
  /// What the bot said, if it did in time.
  public internal(set) var answer: Answer?
  /// When it did.
  public internal(set) var answerDate: Date?
}
