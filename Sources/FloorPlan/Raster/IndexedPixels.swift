import CRsvg

/// A picture whose pixels are positions in a palette.
struct IndexedPixels {
  let width: Int
  let height: Int
  /// Up to 256 colours as 0xRRGGBB.
  let palette: [UInt32]
  let indices: [UInt8]

  init(_ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int) {
    self.width = width
    self.height = height
    var table = ColorTable()
    let positions = Self.positions(of: pixels, width: width, height: height, in: &table)
    let (palette, index) = table.palette()
    self.palette = palette
    indices = [UInt8](unsafeUninitializedCapacity: positions.count) { output, count in
      index.withUnsafeBufferPointer { index in
        for (place, position) in positions.enumerated() { output[place] = index[Int(position)] }
      }
      count = positions.count
    }
  }

  /// The rows as PNG stores them: a filter's number (2, "up") and the differences to the row above.
  func differences() -> [UInt8] {
    let up: UInt8 = 2
    return [UInt8](unsafeUninitializedCapacity: height * (width + 1)) { output, count in
      indices.withUnsafeBufferPointer { indices in
        for row in 0..<height {
          let target = row * (width + 1)
          output[target] = up
          let source = row * width
          if row == 0 {
            for column in 0..<width { output[target + 1 + column] = indices[column] }
          } else {
            for column in 0..<width {
              output[target + 1 + column] = indices[source + column] &- indices[source - width + column]
            }
          }
        }
      }
      count = height * (width + 1)
    }
  }

  /// For each pixel its colour's position in the table; runs and repeated rows are looked up once.
  private static func positions(
    of pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int, in table: inout ColorTable
  ) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: width * height) { output, count in
      var start = 0
      while start < width * height {
        let pixel = pixels[start]
        let rowEnd = (start / width + 1) * width
        var end = start + 1
        while end < rowEnd, pixels[end] == pixel { end += 1 }
        let position = table.position(of: pixel, count: end - start)
        for place in start..<end { output[place] = position }
        start = end
      }
      count = width * height
    }
  }
}
