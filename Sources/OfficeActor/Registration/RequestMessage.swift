public import Foundation

/// A message in an admin's chat about requests. One about requests that wait is edited when what it says no longer
/// holds.
public struct RequestMessage: Sendable, Hashable, Identifiable {
  /// The chat and the request that the message belongs to.
  public struct ID: Sendable, Hashable, Comparable {
    /// The admin in whose chat the message stands.
    public let admin: AccountID
    /// What it is about.
    public let topic: Topic

    /// A message to an admin.
    public init(admin: AccountID, topic: Topic) {
      self.admin = admin
      self.topic = topic
    }

    /// Whose request it is about; nil if it is about no single one.
    public var account: AccountID? { if case .account(let account) = topic { account } else { nil } }

    /// By chat; what is about an account comes last.
    public static func < (left: ID, right: ID) -> Bool {
      left.admin == right.admin ? left.topic < right.topic : left.admin.rawValue < right.admin.rawValue
    }
  }

  /// What a message is about.
  public enum Topic: Sendable, Hashable, Comparable {
    /// The bound on requests is reached: no stranger can ask any more.
    case closing
    /// All requests that have no message of their own.
    case all
    /// The request of an account.
    case account(AccountID)

    private var order: (Int, Int64) {
      switch self {
      case .closing: (0, 0)
      case .all: (1, 0)
      case .account(let account): (2, account.rawValue)
      }
    }

    /// An account's comes last.
    public static func < (left: Topic, right: Topic) -> Bool { left.order < right.order }
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
