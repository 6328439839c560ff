/// One JSON object on one line, whatever is put into it: redacted, bounded, without line breaks.
struct LogLine {
  /// Fields for which there is no room are left out; how many is said in `left_out`.
  static let bytesMax = 16_384
  /// What is longer is cut and ends with an ellipsis; as written, with its escapes.
  static let textBytesMax = 4_096
  static let nameBytesMax = 64
  /// Always kept free for `left_out` and the end.
  private static let endBytesMax = 64

  private var bytes = [UInt8(ascii: "{")]
  private var names: Set<String> = []
  private var leftOut = 0
  private let redactor: Redactor

  init(redactor: Redactor) { self.redactor = redactor }

  mutating func add(_ name: String, _ text: String) {
    add(name, json: quoted(redactor.redacted(text, bytesMax: Self.textBytesMax)))
  }

  mutating func add(_ name: String, _ number: Int64) { add(name, json: Array("\(number)".utf8)) }

  /// The line with its end.
  consuming func finished() -> [UInt8] {
    if leftOut > 0 {
      bytes += Array(",\"left_out\":\(leftOut)".utf8)
    }
    bytes += Array("}\n".utf8)
    return bytes
  }

  private mutating func add(_ name: String, json value: [UInt8]) {
    var name = redactor.redacted(name, bytesMax: Self.nameBytesMax)
    // An object has each name once: a field that is called as another gets an underscore.
    while names.contains(name) { name += "_" }
    let field = (names.isEmpty ? [] : [UInt8(ascii: ",")]) + quoted(name) + [UInt8(ascii: ":")] + value
    guard bytes.count + field.count <= Self.bytesMax - Self.endBytesMax else {
      leftOut += 1
      return
    }
    names.insert(name)
    bytes += field
  }

  /// A JSON string, cut where it would become too long.
  private func quoted(_ text: String) -> [UInt8] {
    var quoted = [UInt8(ascii: "\"")]
    for scalar in text.unicodeScalars {
      guard quoted.count < Self.textBytesMax else {
        quoted += Array("…".utf8)
        break
      }
      switch scalar {
      case "\"", "\\": quoted += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case "\n": quoted += Array(#"\n"#.utf8)
      // Control characters, and the two that only some readers take for the end of a line.
      case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}":
        quoted += Array((#"\u"# + String(scalar.value + 0x10000, radix: 16).dropFirst()).utf8)
      default: quoted += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    quoted.append(UInt8(ascii: "\""))
    return quoted
  }
}
