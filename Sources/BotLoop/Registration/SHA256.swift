import CRsvg

/// The SHA-256 digest of a text, made by GLib, which comes with librsvg.
struct SHA256: Sendable, Hashable {
  /// 64 lower-case digits.
  let hexadecimal: String

  init(of text: String) {
    var text = text
    let sum = text.withUTF8 { bytes in
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes.baseAddress, gsize(bytes.count))
    }
    defer { g_free(sum) }
    hexadecimal = sum.map { String(cString: $0) } ?? ""
  }

  /// Whether two digests are the same, told in a time that does not depend on where they differ.
  func isSameInConstantTime(as other: SHA256) -> Bool {
    zip(hexadecimal.utf8, other.hexadecimal.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
