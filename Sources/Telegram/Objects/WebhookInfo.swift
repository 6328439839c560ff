/// What Telegram knows of a webhook.
public struct WebhookInfo: Sendable, Hashable, Decodable {
  /// Updates that are not delivered, those under way included.
  public let pendingUpdates: Int

  enum CodingKeys: String, CodingKey {
    case pendingUpdates = "pending_update_count"
  }

  /// A state of affairs, for tests.
  public init(pendingUpdates: Int) {
    self.pendingUpdates = pendingUpdates
  }
}
