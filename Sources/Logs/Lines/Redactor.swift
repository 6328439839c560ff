/// Takes secrets out of what is about to be written.
///
/// It compares bytes: to Swift's characters a token followed by a combining accent would be another text.
struct Redactor: Sendable {
  /// What stands where a secret was.
  static let mask = "<secret>"
  /// The part of a token after its colon is hidden alone too, unless it is shorter than this.
  private static let partBytesMin = 8

  /// The longest first, for one may be part of another.
  private let secrets: [[UInt8]]

  /// - Parameter secrets: hidden wherever they appear; of a bot's token, `123456:AbC-d_E`, also the part after
  ///   the colon, which alone is enough to guess the rest from.
  init(hiding secrets: [String]) {
    let parts = secrets.compactMap { secret in
      secret.firstIndex(of: ":").map { String(secret[secret.index(after: $0)...]) }
    }
    self.secrets =
      (secrets + parts.filter { $0.utf8.count >= Self.partBytesMin })
      .filter { !$0.isEmpty }.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  /// The text without secrets, and with an ellipsis at its end if it had to be cut.
  func redacted(_ text: String, bytesMax: Int) -> String {
    let longest = secrets.first?.count ?? 0
    var bytes = Array(text.utf8.prefix(bytesMax + longest))
    let isCut = bytes.count < text.utf8.count
    for secret in secrets where bytes.contains(secret) {
      bytes = bytes.replacing(secret, with: Self.mask.utf8)
    }
    // What is long was cut before the search; a secret cut in two would be at the very end.
    if isCut { bytes.removeLast(min(longest, bytes.count)) }
    guard isCut || bytes.count > bytesMax else { return String(decoding: bytes, as: UTF8.self) }
    bytes.removeLast(max(0, bytes.count - bytesMax))
    // Of a character that the cut went through nothing stays.
    while let last = bytes.last, last & 0b1100_0000 == 0b1000_0000 { bytes.removeLast() }
    if let last = bytes.last, last >= 0b1100_0000 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self) + "…"
  }
}
