/// What a picture shows, in 64 hexadecimal digits.
///
/// It is made from what would be drawn, before drawing it, so that a picture that Telegram already
/// has is neither drawn nor uploaded again. Pictures that look the same have the same id.
public struct ContentID: RawRepresentable, Sendable, Hashable {
  /// A SHA-256 in lower-case hexadecimal digits.
  public let rawValue: String

  /// An id that was kept from an earlier ``FloorPlanRenderer/contentID(of:)``.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
