import Foundation

/// Pictures that are no more than their head and their end.
enum Pictures {
  /// A PNG of a size; a different tag makes different bytes.
  static func png(_ width: Int = 1280, _ height: Int = 720, tag: UInt8 = 0, padding: Int = 0) -> Data {
    func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    let end: [UInt8] = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    return Data(head + number(width) + number(height) + [tag]) + Data(count: padding) + Data(end)
  }

  /// A JPEG of a size.
  static func jpeg(_ width: Int, _ height: Int) -> Data {
    Data([
      0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, UInt8(height >> 8), UInt8(height & 0xFF),
      UInt8(width >> 8), UInt8(width & 0xFF), 1, 1, 0x11, 0, 0xFF, 0xD9,
    ])
  }
}
