import CRsvg

/// A PNG file with a palette, written for speed.
///
/// cairo's own writer compresses four bytes a pixel at zlib's middle level, which takes longer than
/// drawing. Here a pixel is one byte, and zlib does not look far: tried on floors of 60 seats, level 3
/// without row filters is as fast as any faster setting and a fifth smaller.
enum PNG {
  private static let level: Int32 = 3

  /// The file for pixels as cairo has them (0x??RRGGBB), row by row without gaps.
  static func encode(_ pixels: UnsafeBufferPointer<UInt32>, width: Int) -> [UInt8]? {
    let picture = IndexedPixels(pixels, width: width)
    let (colors, rows) = picture.rows()
    guard let data = deflated(rows) else { return nil }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(data.count + 1024)
    let bitDepth: UInt8 = 8
    let palette: UInt8 = 3
    append(
      "IHDR", bytes(UInt32(width)) + bytes(UInt32(picture.height)) + [bitDepth, palette, 0, 0, 0], to: &file)
    append("PLTE", colors.flatMap { bytes($0).dropFirst() }, to: &file)
    append("IDAT", data, to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private static func append(_ type: StaticString, _ data: [UInt8], to file: inout [UInt8]) {
    file += bytes(UInt32(data.count))
    let start = file.count
    type.withUTF8Buffer { file += $0 }
    file += data
    let sum = file[start...].withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    file += bytes(UInt32(truncatingIfNeeded: sum))
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func deflated(_ data: [UInt8]) -> [UInt8]? {
    var size = compressBound(uLong(data.count))
    var result = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
      data.withUnsafeBufferPointer { input in
        result = compress2(output.baseAddress, &size, input.baseAddress, uLong(input.count), level)
      }
      count = result == Z_OK ? Int(size) : 0
    }
    return result == Z_OK ? output : nil
  }
}
