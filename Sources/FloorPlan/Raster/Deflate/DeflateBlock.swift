/// Tokens written with codes of their own, and an empty block that ends the last byte.
struct DeflateBlock {
  private static let endOfBlock = 256
  private static let codeLengthMax = 15

  private let tokens: [Deflater.Token]
  private let literals: HuffmanCode
  private let distances: HuffmanCode

  /// A symbol with a number in so many bits after it.
  private struct Symbol {
    let number: Int
    let extra: Int
    let bits: Int

    /// Above 256, bytes and the end of the block.
    init(length: Int) {
      let rest = length - 3
      switch rest {
      case ..<8: (number, extra, bits) = (257 + rest, 0, 0)
      case 255: (number, extra, bits) = (285, 0, 0)
      default:
        bits = Int.bitWidth - 3 - rest.leadingZeroBitCount
        (number, extra) = (257 + 4 * (bits + 1) + (rest >> bits & 3), rest & (1 << bits - 1))
      }
    }

    init(distance: Int) {
      let rest = distance - 1
      if rest < 4 {
        (number, extra, bits) = (rest, 0, 0)
      } else {
        bits = Int.bitWidth - 2 - rest.leadingZeroBitCount
        (number, extra) = (2 * (bits + 1) + (rest >> bits & 1), rest & (1 << bits - 1))
      }
    }
  }

  init(_ tokens: [Deflater.Token]) {
    self.tokens = tokens
    var literalCounts = [Int](repeating: 0, count: 286)
    var distanceCounts = [Int](repeating: 0, count: 30)
    literalCounts[Self.endOfBlock] = 1
    for token in tokens {
      if token.distance == 0 {
        literalCounts[Int(token.byteOrLength)] += 1
      } else {
        literalCounts[Symbol(length: Int(token.byteOrLength)).number] += 1
        distanceCounts[Symbol(distance: Int(token.distance)).number] += 1
      }
    }
    literals = HuffmanCode(counts: literalCounts, lengthMax: Self.codeLengthMax)
    distances = HuffmanCode(counts: distanceCounts, lengthMax: Self.codeLengthMax)
  }

  /// - Parameter count: how many bytes the tokens stand for.
  func bytes(atMost count: Int) -> [UInt8] {
    // A token has at most 48 bits and stands for three bytes at least, or has 15 and stands for one.
    let capacity = 2 * count + 1024
    return [UInt8](unsafeUninitializedCapacity: capacity) { output, written in
      guard let base = output.baseAddress else { return }
      var writer = BitWriter(to: base)
      let (isLast, ownCodes) = (0, 2)
      writer.write(isLast, bits: 1)
      writer.write(ownCodes, bits: 2)
      writeCodes(to: &writer)
      for token in tokens { write(token, to: &writer) }
      write(Self.endOfBlock, of: literals, to: &writer)
      let stored = 0
      writer.write(isLast, bits: 1)
      writer.write(stored, bits: 2)
      let end = writer.finish()
      // The length of what is stored, and its complement.
      let emptyLength: [UInt8] = [0, 0, 0xFF, 0xFF]
      end.initialize(from: emptyLength, count: emptyLength.count)
      written = end - base + emptyLength.count
    }
  }

  private func write(_ token: Deflater.Token, to writer: inout BitWriter) {
    if token.distance == 0 { return write(Int(token.byteOrLength), of: literals, to: &writer) }
    let length = Symbol(length: Int(token.byteOrLength))
    write(length.number, of: literals, to: &writer)
    writer.write(length.extra, bits: length.bits)
    let distance = Symbol(distance: Int(token.distance))
    write(distance.number, of: distances, to: &writer)
    writer.write(distance.extra, bits: distance.bits)
  }

  private func write(_ symbol: Int, of code: HuffmanCode, to writer: inout BitWriter) {
    writer.write(code.codes[symbol], bits: Int(code.lengths[symbol]))
  }

  // MARK: The codes themselves

  /// In which order the lengths of the lengths' codes are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private func writeCodes(to writer: inout BitWriter) {
    let literalLengths = Self.trimmed(literals.lengths, atLeast: 257)
    let distanceLengths = Self.trimmed(distances.lengths, atLeast: 1)
    let lengths = Self.runs(in: literalLengths + distanceLengths)
    var counts = [Int](repeating: 0, count: Self.order.count)
    for (symbol, _, _) in lengths { counts[symbol] += 1 }
    let code = HuffmanCode(counts: counts, lengthMax: 7)
    let ordered = Self.trimmed(Self.order.map { code.lengths[$0] }, atLeast: 4)
    writer.write(literalLengths.count - 257, bits: 5)
    writer.write(distanceLengths.count - 1, bits: 5)
    writer.write(ordered.count - 4, bits: 4)
    for length in ordered { writer.write(length, bits: 3) }
    for (symbol, extra, bits) in lengths {
      write(symbol, of: code, to: &writer)
      writer.write(extra, bits: bits)
    }
  }

  /// Without the zeros at the end.
  private static func trimmed(_ lengths: [UInt8], atLeast least: Int) -> [UInt8] {
    Array(lengths.prefix(max(least, (lengths.lastIndex { $0 > 0 } ?? 0) + 1)))
  }

  /// Lengths as symbols: 16 repeats the one before, 17 and 18 are zeros.
  private static func runs(in lengths: [UInt8]) -> [(symbol: Int, extra: Int, bits: Int)] {
    var result: [(symbol: Int, extra: Int, bits: Int)] = []
    var start = 0
    while start < lengths.count {
      let length = lengths[start]
      let end = lengths[start...].firstIndex { $0 != length } ?? lengths.count
      var left = end - start
      if length > 0 {
        result.append((Int(length), 0, 0))
        left -= 1
      }
      while left >= 3 {
        let run = min(left, length > 0 ? 6 : 138)
        result.append(length > 0 ? (16, run - 3, 2) : run < 11 ? (17, run - 3, 3) : (18, run - 11, 7))
        left -= run
      }
      for _ in 0..<left { result.append((Int(length), 0, 0)) }
      start = end
    }
    return result
  }
}
