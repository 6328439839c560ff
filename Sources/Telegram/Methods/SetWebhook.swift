public import Foundation

/// Has updates delivered to an address instead of being asked for; those that wait come too.
public struct SetWebhook: BotMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `setWebhook`
  public static let name = "setWebhook"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// The address to deliver to; Telegram's own servers require https.
  public let url: URL
  /// Comes with every delivery, in the header ``secretHeader``: 1 to 256 of A–Z, a–z, 0–9, `_` and `-`.
  public let secretToken: String
  /// Deliveries at the same time, 1 to 100.
  public let maxConnections: Int
  /// Kinds of updates to be told of.
  public let allowedUpdates: [GetUpdates.AllowedUpdate]

  /// The header that shows that a delivery is Telegram's.
  public static let secretHeader = "X-Telegram-Bot-Api-Secret-Token"

  /// An address to deliver to.
  public init(
    url: URL, secretToken: String, maxConnections: Int, allowedUpdates: [GetUpdates.AllowedUpdate]
  ) {
    self.url = url
    self.secretToken = secretToken
    self.maxConnections = maxConnections
    self.allowedUpdates = allowedUpdates
  }
}
