/// Telegram's subset of HTML: the tags of the Bot API and nothing else.
///
/// Works on bytes, like the original, because the mistakes it reports carry byte offsets.
struct HTMLText {
  private struct OpenTag {
    let name: String
    let argument: String
    /// In UTF-16 units of the result.
    let offset: Int
    /// In bytes of the result.
    let byteOffset: Int
  }

  private static let formats: [String: String] = [
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
  ]

  private let source: [UInt8]
  private var at = 0
  private var result: [UInt8] = []
  private var offset = 0
  private var open: [OpenTag] = []
  private var entities: [TextEntity] = []

  private init(_ text: String) {
    source = Array(text.utf8)
  }

  /// The plain text and its entities.
  static func parse(_ text: String) throws(Refusal) -> FormattedText {
    var parser = HTMLText(text)
    try parser.run()
    let plain = String(decoding: parser.result, as: UTF8.self)
    return FormattedText(plain, entities: parser.entities.sorted(by: TextEntity.inOrder))
  }

  private mutating func run() throws(Refusal) {
    while at < source.count {
      switch byte {
      case UInt8(ascii: "&"):
        if let scalar = reference() { append(scalar) } else { appendByte() }
      case UInt8(ascii: "<"):
        let begin = at
        at += 1
        if byte == UInt8(ascii: "/") { try endTag(begin) } else { try startTag(begin) }
      default: appendByte()
      }
    }
    if let tag = open.last {
      throw wrong("Can't find end tag corresponding to start tag \"\(tag.name)\"")
    }
  }

  // MARK: Tags

  private mutating func startTag(_ begin: Int) throws(Refusal) {
    let name = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != 0 }.lowercased()
    if byte == 0 { throw wrong("Unclosed start tag at byte offset \(begin)") }
    guard Self.formats[name] != nil else {
      throw wrong("Unsupported start tag \"\(name)\" at byte offset \(begin)")
    }
    var argument = ""
    while byte != UInt8(ascii: ">") {
      skipSpace()
      if byte == UInt8(ascii: ">") { break }
      if let attribute = try self.attribute(of: name, begin) { argument = attribute }
    }
    at += 1
    if name == "span", argument != "spoiler" {
      throw wrong("Tag \"span\" must have class \"tg-spoiler\" at byte offset \(begin)")
    }
    open.append(OpenTag(name: name, argument: argument, offset: offset, byteOffset: result.count))
  }

  /// Reads one attribute; the tag's argument, if this is the attribute that holds it.
  private mutating func attribute(of tag: String, _ begin: Int) throws(Refusal) -> String? {
    let name = take { !Self.isSpace($0) && !"=>/\"'".utf8.contains($0) && $0 != 0 }
    if name.isEmpty, byte != 0 {
      throw wrong("Empty attribute name in the tag \"\(tag)\" at byte offset \(begin)")
    }
    skipSpace()
    if byte != UInt8(ascii: "=") {
      if byte == 0 { throw wrong("Unclosed start tag \"\(tag)\" at byte offset \(begin)") }
      return tag == "blockquote" && name == "expandable" ? "1" : nil
    }
    at += 1
    skipSpace()
    if byte == 0 { throw wrong("Unclosed start tag \"\(tag)\" at byte offset \(begin)") }
    let value = try attributeValue()
    if byte == 0 { throw wrong("Unclosed start tag at byte offset \(begin)") }
    switch (tag, name) {
    case ("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "unix"): return value
    case ("code", "class") where value.hasPrefix("language-"): return String(value.dropFirst(9))
    case ("span", "class") where value.hasPrefix("tg-"): return String(value.dropFirst(3))
    case ("blockquote", "expandable"): return "1"
    default: return nil
    }
  }

  private mutating func attributeValue() throws(Refusal) -> String {
    let quote = byte
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let begin = at
      let token = take { Self.isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
      guard Self.isSpace(byte) || byte == UInt8(ascii: ">") else {
        throw wrong("Unexpected end of name token at byte offset \(begin)")
      }
      return token.lowercased()
    }
    at += 1
    var value: [UInt8] = []
    while byte != quote, byte != 0 {
      if byte == UInt8(ascii: "&"), let scalar = reference() {
        value.append(contentsOf: String(Character(scalar)).utf8)
      } else {
        value.append(byte)
        at += 1
      }
    }
    if byte == quote { at += 1 }
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func endTag(_ begin: Int) throws(Refusal) {
    guard let tag = open.popLast() else { throw wrong("Unexpected end tag at byte offset \(begin)") }
    at += 1
    let name = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != 0 }.lowercased()
    skipSpace()
    guard byte == UInt8(ascii: ">") else { throw wrong("Unclosed end tag at byte offset \(begin)") }
    at += 1
    guard name.isEmpty || name == tag.name else {
      throw wrong(
        "Unmatched end tag at byte offset \(begin), expected \"</\(tag.name)>\", found \"</\(name)>\"")
    }
    if offset > tag.offset { try close(tag) }
  }

  private mutating func close(_ tag: OpenTag) throws(Refusal) {
    var entity = TextEntity(
      type: Self.formats[tag.name] ?? tag.name, offset: tag.offset, length: offset - tag.offset)
    switch tag.name {
    case "a":
      let inner = String(decoding: result[tag.byteOffset...], as: UTF8.self)
      // A link that Telegram does not take becomes plain text silently.
      guard let link = try? LinkAddress.check(tag.argument.isEmpty ? inner : tag.argument) else { return }
      entity.argument = link
      if let id = LinkAddress.user(link) {
        entity.type = "text_mention"
        entity.argument = "\(id)"
      }
    case "tg-emoji":
      guard let id = Int64(tag.argument), id != 0 else {
        throw .badRequest("invalid custom emoji identifier specified")
      }
      entity.argument = tag.argument
    case "blockquote" where !tag.argument.isEmpty: entity.type = "expandable_blockquote"
    case "code" where !tag.argument.isEmpty: entity.argument = tag.argument
    case "pre":
      if let code = entities.last, code.type == "code", code.offset == entity.offset,
        code.length == entity.length, code.argument != nil
      {
        entities.removeLast()
        entity.argument = code.argument
      }
    default: break
    }
    entities.append(entity)
  }

  // MARK: Characters

  /// Reads `&lt;` and the like; nothing, and nothing read, when Telegram leaves it as text.
  private mutating func reference() -> Unicode.Scalar? {
    var end = at + 1
    var value: UInt32 = 0
    if peek(end) == UInt8(ascii: "#") {
      end += 1
      let isHex = peek(end) == UInt8(ascii: "x")
      if isHex { end += 1 }
      let digits = source[min(end, source.count)...].prefix {
        Character(Unicode.Scalar($0)).hexDigitValue.map { isHex || $0 < 10 } ?? false
      }
      end += digits.count
      value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10) ?? 0
      guard value != 0, value < 0x10FFFF, end - at < 10 else { return nil }
    } else {
      let name = source[end...].prefix { Self.isAlphanumeric($0) && !(0x30...0x39).contains($0) }
      end += name.count
      switch String(decoding: name, as: UTF8.self) {
      case "lt": value = 0x3C
      case "gt": value = 0x3E
      case "amp": value = 0x26
      case "quot": value = 0x22
      default: return nil
      }
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    at = peek(end) == UInt8(ascii: ";") ? end + 1 : end
    return scalar
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    result.append(contentsOf: String(Character(scalar)).utf8)
    offset += scalar.utf16.count
  }

  private mutating func appendByte() {
    let isFirstOfScalar = byte & 0xC0 != 0x80
    if isFirstOfScalar { offset += byte >= 0xF0 ? 2 : 1 }
    result.append(byte)
    at += 1
  }

  private mutating func take(while isPart: (UInt8) -> Bool) -> String {
    let begin = at
    while at < source.count, isPart(source[at]) { at += 1 }
    return String(decoding: source[begin..<at], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while at < source.count, Self.isSpace(source[at]) { at += 1 }
  }

  /// The byte at hand; 0 at the end, as in the C string that Telegram reads.
  private var byte: UInt8 { peek(at) }

  private func peek(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0 }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func wrong(_ reason: String) -> Refusal { .badRequest("can't parse entities: \(reason)") }
}
