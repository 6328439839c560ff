import Digests

/// What a picture shows, in 64 hexadecimal digits.
///
/// It is made from the value that describes the picture, so that a picture that Telegram already has is neither
/// drawn nor uploaded again.
public struct ContentID: RawRepresentable, Sendable, Hashable {
  /// A SHA-256 in lower-case hexadecimal digits.
  public let rawValue: String

  /// An id that was kept from an earlier ``FloorPlanRenderer/contentID(of:)``.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The SHA-256 of bytes.
  init(of bytes: [UInt8]) {
    self.init(rawValue: SHA256(of: bytes).hexadecimal)
  }
}
