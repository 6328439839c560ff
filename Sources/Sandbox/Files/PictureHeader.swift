import Foundation

/// What the head of a PNG or JPEG file says.
struct PictureHeader: Hashable, Sendable {
  let width: Int
  let height: Int
  let mediaType: String

  /// Largest photo in bytes.
  static let bytesMax = 10_485_760
  /// Largest width and height together.
  static let sidesMax = 10_000
  /// Largest ratio of the sides.
  static let ratioMax = 20

  /// Reads a photo and refuses what Telegram would refuse.
  static func check(_ bytes: Data) throws(Refusal) -> PictureHeader {
    if bytes.isEmpty { throw .badRequest("file must be non-empty") }
    if bytes.count > bytesMax {
      throw .badRequest(
        "file of size \(bytes.count) bytes is too big for a photo; the maximum size is \(bytesMax) bytes")
    }
    guard let header = png(bytes) ?? jpeg(bytes) else { throw .badRequest("IMAGE_PROCESS_FAILED") }
    let sides = [header.width, header.height].sorted()
    guard sides[0] > 0, sides[0] + sides[1] <= sidesMax, sides[1] <= sides[0] * ratioMax else {
      throw .badRequest("PHOTO_INVALID_DIMENSIONS")
    }
    return header
  }

  private static func png(_ data: Data) -> PictureHeader? {
    let bytes = [UInt8](data.prefix(24))
    let end = Data([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    guard bytes.count == 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      bytes[12..<16].elementsEqual("IHDR".utf8), data.suffix(8) == end
    else { return nil }
    return PictureHeader(
      width: number(bytes[16..<20]), height: number(bytes[20..<24]), mediaType: "image/png")
  }

  private static func jpeg(_ data: Data) -> PictureHeader? {
    let bytes = [UInt8](data)
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]), bytes.suffix(2) == [0xFF, 0xD9] else { return nil }
    var at = 2
    while at + 9 < bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      // The frame headers, less the tables that share their range of codes.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return PictureHeader(
          width: number(bytes[at + 7..<at + 9]), height: number(bytes[at + 5..<at + 7]),
          mediaType: "image/jpeg")
      }
      at += 2 + number(bytes[at + 2..<at + 4])
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
