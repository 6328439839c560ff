/// The Telegram user id of an account: positive, at most 52 significant bits.
///
/// - SeeAlso: Bot API, `User.id`.
public struct AccountID: Sendable, Hashable, RawRepresentable {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
}
