/// The Telegram user id of an account: positive, at most 52 significant bits.
///
/// - SeeAlso: Bot API, `User.id`.
public struct AccountID: Sendable, Hashable, RawRepresentable {
  /// As stored.
  public let rawValue: Int64
  /// Wraps the stored form.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}
