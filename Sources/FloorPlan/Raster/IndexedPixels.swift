import CRsvg

/// A picture of few colours as runs of one colour, which is what flat shapes are.
struct IndexedPixels {
  /// So many pixels side by side in the colour at a position of the table.
  private struct Run {
    let position: UInt16
    let length: UInt16
  }

  let width: Int
  let height: Int
  private var table = ColorTable()
  private var runs: [Run] = []
  /// For each row the end of its runs; where it is that of the row before, the two rows are the same.
  private var rowEnds: [Int] = []

  init(_ pixels: UnsafeBufferPointer<UInt32>, width: Int) {
    self.width = width
    height = pixels.count / width
    runs.reserveCapacity(64 * 1024)
    rowEnds.reserveCapacity(height)
    for row in 0..<height {
      let line = UnsafeBufferPointer(rebasing: pixels[row * width..<(row + 1) * width])
      let isRepeated =
        row > 0 && Self.areEqual(line, UnsafeBufferPointer(rebasing: pixels[(row - 1) * width..<row * width]))
      if !isRepeated { appendRuns(of: line) }
      rowEnds.append(runs.count)
    }
  }

  private static func areEqual(_ one: UnsafeBufferPointer<UInt32>, _ other: UnsafeBufferPointer<UInt32>)
    -> Bool
  {
    guard let one = one.baseAddress, let end = other.baseAddress else { return true }
    return memcmp(one, end, other.count * MemoryLayout<UInt32>.size) == 0
  }

  private mutating func appendRuns(of line: UnsafeBufferPointer<UInt32>) {
    var start = 0
    while start < line.count {
      let pixel = line[start]
      var end = start + 1
      while end < line.count, line[end] == pixel { end += 1 }
      runs.append(Run(position: table.position(of: pixel, run: end - start), length: UInt16(end - start)))
      start = end
    }
  }

  /// The palette, and the rows as PNG stores them: a byte that says "no filter", and one for each pixel.
  func rows() -> (palette: [UInt32], bytes: [UInt8]) {
    let (palette, index) = table.palette()
    let stride = width + 1
    let bytes = [UInt8](unsafeUninitializedCapacity: height * stride) { output, count in
      guard let base = output.baseAddress else { return }
      var run = 0
      for row in 0..<height {
        let start = base + row * stride
        if run == rowEnds[row] {
          start.initialize(from: start - stride, count: stride)
          continue
        }
        start.initialize(to: 0)
        var place = start + 1
        while run < rowEnds[row] {
          let length = Int(runs[run].length)
          place.initialize(repeating: index[Int(runs[run].position)], count: length)
          place += length
          run += 1
        }
      }
      count = height * stride
    }
    return (palette, bytes)
  }
}
