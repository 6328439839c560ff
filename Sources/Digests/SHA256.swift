import Crypto

/// The SHA-256 digest of some bytes.
///
/// Two digests are compared in a time that says nothing about where they differ.
package struct SHA256: Sendable, Hashable {
  private let digest: Crypto.SHA256Digest

  package init(of bytes: some Sequence<UInt8>) {
    digest = Crypto.SHA256.hash(data: Array(bytes))
  }

  /// 64 lower-case digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
