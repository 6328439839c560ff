import CRsvg

/// A PNG file with a palette, put together from bands that were compressed each by itself.
///
/// A pixel is one byte and no row has a filter. A band is a chunk of the file: a piece of a deflate stream that refers
/// to nothing before it, so it is the same in every file that shows the same there.
enum PNG {
  /// Rows of a picture, compressed.
  struct Band {
    /// With length, type and check sum.
    fileprivate let chunk: [UInt8]
    /// Of what is compressed.
    fileprivate let checkSum: UInt
    fileprivate let bytesBefore: Int

    /// About what it takes in memory.
    var bytes: Int { chunk.count }
  }

  /// A band of rows, each a byte that says "no filter" and one for each pixel.
  static func band(_ rows: [UInt8], width: Int, with deflater: Deflater) -> Band {
    Band(
      chunk: chunk("IDAT", deflater.deflate(rows, rowLength: width + 1)),
      checkSum: rows.withUnsafeBufferPointer { adler32_z(1, $0.baseAddress, $0.count) },
      bytesBefore: rows.count)
  }

  /// The file for bands that follow one another from top to bottom.
  static func file(width: Int, height: Int, palette: [UInt32], bands: [Band]) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(bands.reduce(2048) { $0 + $1.chunk.count })
    let bitDepth: UInt8 = 8
    let hasPalette: UInt8 = 3
    file += chunk("IHDR", bytes(UInt32(width)) + bytes(UInt32(height)) + [bitDepth, hasPalette, 0, 0, 0])
    file += chunk("PLTE", palette.flatMap { bytes($0).dropFirst() })
    // A stream of zlib begins with two bytes, and ends with an empty last block and a check sum.
    file += chunk("IDAT", [0x78, 0x5E])
    var checkSum = UInt(1)
    for band in bands {
      file += band.chunk
      checkSum = adler32_combine(checkSum, band.checkSum, band.bytesBefore)
    }
    file += chunk("IDAT", [0x03, 0x00] + bytes(UInt32(truncatingIfNeeded: checkSum)))
    file += chunk("IEND", [])
    return file
  }

  private static func chunk(_ type: StaticString, _ data: [UInt8]) -> [UInt8] {
    var chunk = bytes(UInt32(data.count))
    chunk.reserveCapacity(data.count + 12)
    type.withUTF8Buffer { chunk += $0 }
    chunk += data
    let sum = chunk.dropFirst(4).withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    return chunk + bytes(UInt32(truncatingIfNeeded: sum))
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
