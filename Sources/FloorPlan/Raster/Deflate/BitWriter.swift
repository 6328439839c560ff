/// Writes numbers of some bits one after the other, the lowest bit first.
struct BitWriter {
  private var target: UnsafeMutablePointer<UInt8>
  private var bits: UInt64 = 0
  private var count = 0

  /// - Parameter target: has room for all that is written.
  init(to target: UnsafeMutablePointer<UInt8>) {
    self.target = target
  }

  /// Writes the lowest bits of a number, at most 32.
  mutating func write(_ number: some BinaryInteger, bits length: Int) {
    bits |= UInt64(truncatingIfNeeded: number) << UInt64(count)
    count += length
    while count >= 8 { writeByte() }
  }

  /// Fills the last byte with zeros.
  ///
  /// - Returns: where the next byte would go.
  mutating func finish() -> UnsafeMutablePointer<UInt8> {
    if count > 0 { writeByte() }
    return target
  }

  private mutating func writeByte() {
    target.initialize(to: UInt8(truncatingIfNeeded: bits))
    target += 1
    bits >>= 8
    count = max(0, count - 8)
  }
}
