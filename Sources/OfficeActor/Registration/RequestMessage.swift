public import Foundation

/// A message in an admin's chat about requests that wait: it is edited when what it says no longer holds.
public struct RequestMessage: Sendable, Hashable, Identifiable {
  /// The chat and the request that the message belongs to.
  public struct ID: Sendable, Hashable, Comparable {
    /// The admin in whose chat the message stands.
    public let admin: AccountID
    /// The account whose request it is about; nil for all requests without a message of their own.
    public let account: AccountID?

    /// A message to an admin about one account's request, or about all that have no message of their own.
    public init(admin: AccountID, account: AccountID?) {
      self.admin = admin
      self.account = account
    }

    /// By chat; what is about all comes first.
    public static func < (left: ID, right: ID) -> Bool {
      (left.admin.rawValue, left.account?.rawValue ?? 0) < (
        right.admin.rawValue, right.account?.rawValue ?? 0
      )
    }
  }

  /// The chat and the request that the message belongs to.
  public let id: ID
  /// Telegram message id.
  public let message: Int64
  /// When it was sent.
  public let sentAt: Date
  /// When it was sent or edited last.
  public let shownAt: Date

  /// A message as stored.
  public init(id: ID, message: Int64, sentAt: Date, shownAt: Date) {
    self.id = id
    self.message = message
    self.sentAt = sentAt
    self.shownAt = shownAt
  }
}

/// A settled request as its message in an admin's chat tells it, whatever the office has forgotten by then.
public struct RequestSummary: Sendable, Hashable, Codable {
  /// The name that was asked for.
  public let name: String
  /// The account that asked.
  public let account: AccountID
  /// How the account called itself, if that is known.
  public let profile: AccountProfile?
  /// What became of it.
  public let outcome: SettledRequest.Outcome

  /// A summary as stored.
  public init(
    name: String, account: AccountID, profile: AccountProfile?, outcome: SettledRequest.Outcome
  ) {
    self.name = name
    self.account = account
    self.profile = profile
    self.outcome = outcome
  }
}
