import CRsvg
import Testing

@testable import FloorPlan

@Suite("Compressing")
struct DeflaterTests {
  /// Bytes in which something repeats, and some in which nothing does.
  enum Content: CaseIterable {
    case one, flat, rows, noise, twoColors, longAgo, everyByteOnce, uneven

    func bytes(rowLength: Int) -> [UInt8] {
      var state: UInt64 = 7
      func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      switch self {
      case .one: return [42]
      case .flat: return Array(repeating: 9, count: 90_000)
      case .rows:
        let row = (0..<rowLength).map { _ in UInt8(random(256)) }
        return (0..<40).flatMap { _ in row }
      case .noise: return (0..<70_000).map { _ in UInt8(random(256)) }
      case .twoColors: return (0..<70_000).map { UInt8($0 / 700 % 2 * 200 + random(20) / 19) }
      case .longAgo:
        let part = (0..<2_000).map { _ in UInt8(random(256)) }
        return part + (0..<32_768 - 1_000).map { _ in UInt8(random(4)) } + part + part
      case .everyByteOnce: return Array(0...255)
      case .uneven: return (0..<24).flatMap { [UInt8($0)] + noise(1 << ($0 / 2)) }
      }
      func noise(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(30 + random(3) * random(80)) } }
    }
  }

  @Test("Whatever is compressed is read back by zlib as it was", arguments: Content.allCases, [1, 257, 1025])
  func readBack(content: Content, rowLength: Int) throws {
    let bytes = content.bytes(rowLength: rowLength)
    let deflater = Deflater()
    // Twice in one stream: a piece refers to nothing before it.
    let piece = deflater.deflate(bytes, rowLength: rowLength)
    #expect(deflater.deflate(bytes, rowLength: rowLength) == piece)
    #expect(try Self.inflated(piece + piece + [0x03, 0x00]) == bytes + bytes)
  }

  @Test("What repeats takes next to nothing")
  func small() {
    #expect(Deflater().deflate(Content.flat.bytes(rowLength: 1025), rowLength: 1025).count < 200)
    #expect(Deflater().deflate(Content.rows.bytes(rowLength: 1025), rowLength: 1025).count < 1_700)
  }

  @Test(
    "No code is longer than it may be, and together they use all room there is", arguments: [2, 3, 19, 286])
  func codes(symbols: Int) {
    // Counts that double make codes one bit longer each.
    for counts in [(0..<symbols).map { 1 << min($0, 40) }, Array(repeating: 1, count: symbols)] {
      let lengthMax = symbols <= 19 ? 7 : 15
      let code = HuffmanCode(counts: counts, lengthMax: lengthMax)
      #expect(code.lengths.allSatisfy { (1...lengthMax).contains(Int($0)) })
      #expect(code.lengths.reduce(0) { $0 + 1 << (15 - Int($1)) } == 1 << 15)
    }
  }

  private struct Unreadable: Error {}

  private static func inflated(_ data: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw Unreadable()
    }
    defer { inflateEnd(&stream) }
    var data = data
    var output = [UInt8](repeating: 0, count: 1 << 20)
    let result = data.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard result == Z_STREAM_END else { throw Unreadable() }
    return Array(output.prefix(Int(stream.total_out)))
  }
}
