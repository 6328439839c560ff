/// Codes for symbols, shorter for frequent ones, as deflate writes them down: by their lengths alone.
struct HuffmanCode {
  /// In bits, for each symbol; 0 for one that does not occur.
  let lengths: [UInt8]
  /// For each symbol, its first bit lowest.
  let codes: [UInt16]

  /// - Parameters:
  ///   - counts: how often each symbol occurs; one does at least.
  ///   - lengthMax: no code is longer.
  init(counts: [Int], lengthMax: Int) {
    let lengths = Self.lengths(counts, lengthMax: lengthMax)
    self.lengths = lengths
    codes = Self.codes(lengths)
  }

  private static func lengths(_ counts: [Int], lengthMax: Int) -> [UInt8] {
    let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { counts[$0] < counts[$1] }
    var lengths = [UInt8](repeating: 0, count: counts.count)
    guard symbols.count > 1 else {
      lengths[symbols.first ?? 0] = 1
      return lengths
    }
    var lengthCounts = Self.lengthCounts(symbols.map { counts[$0] }, lengthMax: lengthMax)
    // The rarest symbols have the longest codes.
    var length = lengthMax
    for symbol in symbols {
      while lengthCounts[length] == 0 { length -= 1 }
      lengths[symbol] = UInt8(length)
      lengthCounts[length] -= 1
    }
    return lengths
  }

  /// How many codes of each length there are.
  ///
  /// - Parameter counts: ascending.
  private static func lengthCounts(_ counts: [Int], lengthMax: Int) -> [Int] {
    // The two rarest become one node, over and over; new nodes come in ascending order too.
    var weights = counts
    var parents: [Int] = Array(repeating: 0, count: 2 * counts.count - 1)
    var (leaf, node) = (0, counts.count)
    func takeRarest() -> Int {
      if leaf < counts.count, node >= weights.count || weights[leaf] <= weights[node] {
        leaf += 1
        return leaf - 1
      }
      node += 1
      return node - 1
    }
    while weights.count < parents.count {
      let (one, other) = (takeRarest(), takeRarest())
      parents[one] = weights.count
      parents[other] = weights.count
      weights.append(weights[one] + weights[other])
    }
    var depths = [Int](repeating: 0, count: parents.count)
    var result = [Int](repeating: 0, count: lengthMax + 1)
    for index in parents.indices.dropLast().reversed() {
      depths[index] = depths[parents[index]] + 1
      if index < counts.count { result[min(depths[index], lengthMax)] += 1 }
    }
    // Codes that were too long took room from others, which become longer for it.
    var room = result.enumerated().dropFirst().reduce(0) { $0 + $1.element << (lengthMax - $1.offset) }
    while room > 1 << lengthMax {
      let longer = (1..<lengthMax).last { result[$0] > 0 } ?? 1
      result[longer] -= 1
      result[longer + 1] += 2
      result[lengthMax] -= 1
      room -= 1
    }
    return result
  }

  /// Codes of one length follow one another, and those of the next length them.
  private static func codes(_ lengths: [UInt8]) -> [UInt16] {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var next = [UInt16](repeating: 0, count: 16)
    for length in 1..<16 { next[length] = (next[length - 1] + UInt16(counts[length - 1])) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return next[Int(length)].bitReversed >> (16 - UInt16(length))
    }
  }
}

extension UInt16 {
  fileprivate var bitReversed: UInt16 {
    (0..<16).reduce(0) { $0 << 1 | (self >> UInt16($1) & 1) }
  }
}
