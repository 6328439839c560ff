/// What a call sets, within its chat: of two waiting calls with the same key only the newer one counts.
public struct SupersessionKey: Sendable, Hashable {
  private let name: String
  private let number: UInt64

  /// A thing of the caller's that calls set as a whole.
  ///
  /// - Parameter number: in which order calls were decided, should they come to wait in another one; of calls
  ///   with the same number the one that came later is the newer.
  public init(_ name: String, number: UInt64 = 0) {
    self.name = name
    self.number = number
  }

  /// Whether both calls set the same.
  func isSameThing(as other: SupersessionKey) -> Bool { name == other.name }

  /// Whether a call that waits already was decided after one that comes now.
  func isNewer(than other: SupersessionKey) -> Bool { number > other.number }
}
