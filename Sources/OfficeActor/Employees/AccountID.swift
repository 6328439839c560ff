/// The Telegram user id of an account: positive, at most 52 significant bits.
///
/// - SeeAlso: Bot API, `User.id`.
public struct AccountID: Sendable, Hashable, RawRepresentable, Comparable, Codable {
  /// As stored.
  public let rawValue: Int64
  /// Wraps the stored form.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// In the order of their numbers.
  public static func < (left: AccountID, right: AccountID) -> Bool { left.rawValue < right.rawValue }
}
