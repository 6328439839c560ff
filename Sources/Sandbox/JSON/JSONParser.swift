/// Reads JSON text, strictly, and knows how far it came.
struct JSONParser {
  /// What is wrong with a text, and where.
  struct Failure: Error, Hashable {
    /// What was expected.
    let reason: String
    /// Offset in bytes.
    let offset: Int
  }

  /// Deeper values are refused, so that a hostile text cannot exhaust the stack.
  static let depthMax = 100

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The one value that a text holds.
  static func parse(_ text: String) throws(Failure) -> JSON {
    var parser = JSONParser(text.utf8)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.peek == nil else { throw parser.failure("end of text expected") }
    return value
  }

  /// The members of an object up to the first mistake, as Telegram reads a request's body.
  static func membersBeforeMistake(_ bytes: some Sequence<UInt8>) -> [String: JSON] {
    var parser = JSONParser(bytes)
    var members: [String: JSON] = [:]
    do throws(Failure) {
      parser.skipSpace()
      try parser.members(depth: 0) { members[$0] = $1 }
    } catch {
      // Telegram does not refuse a malformed body: what was read so far counts.
    }
    return members
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(Failure) -> JSON {
    guard depth < Self.depthMax else { throw failure("nested too deeply") }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"):
      var members: [String: JSON] = [:]
      try self.members(depth: depth) { members[$0] = $1 }
      return .object(members)
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func members(depth: Int, add: (String, JSON) -> Void) throws(Failure) {
    try expect("{")
    skipSpace()
    if take("}") { return }
    repeat {
      skipSpace()
      let name = try string()
      skipSpace()
      try expect(":")
      add(name, try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    try expect("}")
  }

  private mutating func elements(depth: Int) throws(Failure) -> [JSON] {
    try expect("[")
    skipSpace()
    if take("]") { return [] }
    var elements: [JSON] = []
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    try expect("]")
    return elements
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Failure) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("\(word) expected") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = position
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    guard let text = String(validating: bytes[start..<position], as: UTF8.self), Double(text) != nil,
      !text.hasPrefix("+"), !text.hasPrefix(".")
    else { throw failure("value expected") }
    return .number(text)
  }

  // MARK: Strings

  private mutating func string() throws(Failure) -> String {
    try expect("\"")
    var units: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw failure("UTF-8 expected") }
        return text
      case UInt8(ascii: "\\"): units.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw failure("control character in a string")
      default: units.append(byte)
      }
    }
    throw failure("end of string expected")
  }

  private mutating func escape() throws(Failure) -> Character {
    guard let byte = peek else { throw failure("escape expected") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "u"):
      let high = try hexUnit()
      if let scalar = Unicode.Scalar(high) { return Character(scalar) }
      guard take("\\"), take("u") else { throw failure("low surrogate expected") }
      let low = try hexUnit()
      guard (0xD800..<0xDC00).contains(high), (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      else { throw failure("surrogate pair expected") }
      return Character(scalar)
    default: throw failure("unknown escape")
    }
  }

  private mutating func hexUnit() throws(Failure) -> UInt32 {
    guard position + 4 <= bytes.count,
      let text = String(validating: bytes[position..<position + 4], as: UTF8.self),
      let unit = UInt32(text, radix: 16)
    else { throw failure("four hexadecimal digits expected") }
    position += 4
    return unit
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == character.value else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Failure) {
    guard take(character) else { throw failure("\(character) expected") }
  }

  private func failure(_ reason: String) -> Failure { Failure(reason: reason, offset: position) }
}
