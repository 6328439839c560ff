import Digests

/// The secret link `t.me/<bot>?start=<code>`. The code itself is not kept, so that nothing can show it.
public struct Invitation: Sendable, Hashable {
  private let digest: SHA256

  /// The link with a code.
  public init(code: String) {
    digest = Self.digest(of: code)
  }

  /// What a chat is marked with that came by this link; that of another code is another one.
  var mark: String { digest.hexadecimal }

  /// Whether a code is that of the link; how long that takes says nothing about the code.
  func hasCode(_ code: String) -> Bool {
    Self.digest(of: code) == digest
  }

  private static func digest(of code: String) -> SHA256 { SHA256(of: "officebot invitation \(code)".utf8) }
}
