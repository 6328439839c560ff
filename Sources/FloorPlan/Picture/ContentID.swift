import CRsvg

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
    let sum = bytes.withUnsafeBufferPointer {
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, $0.baseAddress, gsize($0.count))
    }
    defer { g_free(sum) }
    self.init(rawValue: sum.map { String(cString: $0) } ?? "")
  }
}
