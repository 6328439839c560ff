import CRsvg

/// A PNG file with a palette, written for speed.
///
/// cairo's own writer compresses four bytes a pixel at zlib's middle level, which takes longer than
/// drawing. Here a pixel is one byte, each row is stored as its difference to the row above, which
/// is nearly all zeros for flat shapes, and zlib looks for nothing but runs.
enum PNG {
  /// The file for pixels as cairo has them (0x??RRGGBB), row by row without gaps.
  static func encode(_ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int) -> [UInt8]? {
    let picture = IndexedPixels(pixels, width: width, height: height)
    guard let data = deflated(picture.differences()) else { return nil }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(data.count + 1024)
    let bitDepth: UInt8 = 8
    let palette: UInt8 = 3
    append("IHDR", bytes(UInt32(width)) + bytes(UInt32(height)) + [bitDepth, palette, 0, 0, 0], to: &file)
    append("PLTE", picture.palette.flatMap { bytes($0).dropFirst() }, to: &file)
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
    var stream = z_stream()
    let ready = deflateInit2_(
      &stream, 1, Z_DEFLATED, 15, 9, Z_RLE, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard ready == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(data.count)))
    var result = Z_OK
    var data = data
    let output = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      data.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        result = deflate(&stream, Z_FINISH)
      }
      count = bound - Int(stream.avail_out)
    }
    return result == Z_STREAM_END ? output : nil
  }
}
