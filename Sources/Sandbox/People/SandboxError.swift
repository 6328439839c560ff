/// Why a person cannot do what a test or the page asks of them, or did not see what was expected.
public struct SandboxError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, for whoever reads a failed test.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
