import CRsvg

/// Rows of pixels, each a position in a palette. Rows that are the same are there once.
struct IndexedRows {
  let width: Int
  /// Where each row begins.
  private(set) var starts: [Int32] = []
  private(set) var positions: [UInt8] = []

  /// What lies in a frame of pixels as cairo has them (0x??RRGGBB), row by row without gaps.
  init(_ frame: Frame, of pixels: UnsafeBufferPointer<UInt32>, width: Int, palette: FixedPalette) {
    self.width = frame.width
    starts.reserveCapacity(frame.height)
    var before: UnsafeBufferPointer<UInt32>?
    for y in frame.y..<frame.maxY {
      let start = y * width + frame.x
      let row = UnsafeBufferPointer(rebasing: pixels[start..<start + frame.width])
      if let before, let last = starts.last, row.isSame(as: before) {
        starts.append(last)
      } else {
        starts.append(Int32(positions.count))
        append(row, palette)
      }
      before = row
    }
  }

  private mutating func append(_ row: UnsafeBufferPointer<UInt32>, _ palette: FixedPalette) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: row.count) { line in
      var (last, position) = (UInt32.max, UInt8(0))
      for (x, pixel) in row.enumerated() {
        let color = pixel & 0xFF_FFFF
        if color != last { (last, position) = (color, palette.position(of: color)) }
        line.initializeElement(at: x, to: position)
      }
      positions.append(contentsOf: line)
    }
  }

  var height: Int { starts.count }

  /// Copies a row.
  func copy(row: Int, to target: UnsafeMutablePointer<UInt8>) {
    positions.withUnsafeBufferPointer { positions in
      guard let base = positions.baseAddress else { return }
      target.update(from: base + Int(starts[row]), count: width)
    }
  }

  /// About what it takes in memory.
  var bytes: Int { positions.count + starts.count * MemoryLayout<Int32>.size }
}
