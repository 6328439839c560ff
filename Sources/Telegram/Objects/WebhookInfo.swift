public import Foundation

/// What Telegram knows of a webhook.
public struct WebhookInfo: Sendable, Hashable, Decodable {
  /// Updates that are not delivered, those under way included.
  public let pendingUpdates: Int
  /// When a delivery failed last; nil if none has since the webhook was set.
  public let lastFailureAt: Date?

  enum CodingKeys: String, CodingKey {
    case pendingUpdates = "pending_update_count"
    case lastFailureAt = "last_error_date"
  }

  /// A state of affairs, for tests.
  public init(pendingUpdates: Int, lastFailureAt: Date? = nil) {
    self.pendingUpdates = pendingUpdates
    self.lastFailureAt = lastFailureAt
  }

  /// From Telegram's Unix time.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    pendingUpdates = try fields.decode(Int.self, forKey: .pendingUpdates)
    lastFailureAt = try fields.decodeIfPresent(Int.self, forKey: .lastFailureAt)
      .map { Date(timeIntervalSince1970: TimeInterval($0)) }
  }
}
