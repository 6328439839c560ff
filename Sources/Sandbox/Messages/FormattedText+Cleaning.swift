extension FormattedText {
  /// The text as Telegram keeps it: control characters and tabs are spaces, `\r` and line
  /// separators are gone, and so are spaces and line breaks at both ends.
  func cleaned() -> FormattedText {
    var units: [UInt16] = []
    // Where each UTF-16 unit of the old text stands in the new one.
    var places: [Int] = []
    for scalar in text.unicodeScalars {
      places.append(contentsOf: repeatElement(units.count, count: scalar.utf16.count))
      switch scalar.value {
      case 0x0D, 0x2028...0x202E, 0x0333, 0x033F, 0x030A: continue
      case 0..<0x0A, 0x0B..<0x20: units.append(0x20)
      default: units.append(contentsOf: scalar.utf16)
      }
    }
    places.append(units.count)

    var entities: [TextEntity] = self.entities.compactMap { entity in
      let begin = places[min(entity.offset, places.count - 1)]
      let end = places[min(entity.offset + entity.length, places.count - 1)]
      guard units[begin..<end].contains(where: { !Self.isSpace($0) }) else { return nil }
      return TextEntity(type: entity.type, offset: begin, length: end - begin, argument: entity.argument)
    }

    guard let last = units.lastIndex(where: { !Self.isSpace($0) }) else { return FormattedText() }
    units.removeSubrange((last + 1)...)
    let firstEntity = entities.map(\.offset).min() ?? units.count
    let trimmed = units[..<min(firstEntity, units.count)].prefix { Self.isSpace($0) }.count
    units.removeFirst(trimmed)
    for index in entities.indices {
      entities[index].offset -= trimmed
      entities[index].length = min(entities[index].length, units.count - entities[index].offset)
    }
    let text = String(decoding: units, as: UTF16.self)
    guard text.unicodeScalars.contains(where: { !Self.isInvisible($0) }) else { return FormattedText() }
    return FormattedText(text, entities: entities.sorted(by: TextEntity.inOrder))
  }

  private static func isSpace(_ unit: UInt16) -> Bool { unit == 0x20 || unit == 0x0A }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x0A, 0xA0, 0x2000...0x200F, 0x2060...0x206F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
