/// A code that is being written.
struct CodeWriter {
  private(set) var text = ""
  /// Bytes above which the way back is cut, as far as that goes.
  var bytesWanted = Int.max
  /// Bytes of UTF-8 at most.
  var bytesMax = Int.max

  mutating func append(_ part: String) { text += part }
}

/// A code that is being read, by code points: what was typed may begin with an accent.
struct CodeReader {
  private var left: Substring.UnicodeScalarView

  init(_ code: String) { left = code[...].unicodeScalars }

  var isAtEnd: Bool { left.isEmpty }

  mutating func next() throws(UnreadableCode) -> Unicode.Scalar {
    guard let first = left.popFirst() else { throw UnreadableCode() }
    return first
  }

  mutating func skip(_ separator: Unicode.Scalar) -> Bool {
    guard left.first == separator else { return false }
    left.removeFirst()
    return true
  }

  mutating func text(while belongs: (Unicode.Scalar) -> Bool) -> String {
    text(to: left.firstIndex { !belongs($0) })
  }

  mutating func text(upToLast separator: Unicode.Scalar) -> String {
    text(to: left.lastIndex(of: separator))
  }

  private mutating func text(to end: Substring.Index?) -> String {
    let end = end ?? left.endIndex
    defer { left = left[end...] }
    return String(left[..<end])
  }
}

/// The bot does not write such a code.
struct UnreadableCode: Error {}
