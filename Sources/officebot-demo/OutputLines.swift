import Foundation

/// The last lines of a process's output.
struct OutputLines {
  /// The oldest line goes when there are more.
  static let linesMax = 200
  private static let lineLengthMax = 2_000

  private var lines: [String] = []
  private var unfinished = Data()

  /// The last lines, oldest first.
  var last: [String] { lines }

  mutating func append(_ data: Data) {
    unfinished += data
    while let end = unfinished.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(String(decoding: unfinished[..<end], as: UTF8.self).prefix(Self.lineLengthMax)))
      unfinished = Data(unfinished[(end + 1)...])
    }
    // A line without an end does not grow for ever.
    if unfinished.count > Self.lineLengthMax { unfinished = Data() }
    lines.removeFirst(max(0, lines.count - Self.linesMax))
  }
}
