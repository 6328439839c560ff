import Yams

/// One mapping of the file. Keys are asked for one by one; what nobody asked for is unknown.
final class Section {
  /// Dotted path of the mapping, empty at the top level.
  let key: String
  let place: Place?
  let reader: Reader
  private var entries: [String: Entry] = [:]
  private var keysAsked: Set<String> = []

  init(_ mapping: Node.Mapping, key: String, reader: Reader) {
    self.key = key
    self.place = mapping.mark.map { Place($0) }
    self.reader = reader
    for (name, value) in mapping {
      guard let text = reader.keyText(of: name) else {
        reader.addMistake("a key must be one word", key: key, at: Place(name))
        continue
      }
      let entry = Entry(node: value, key: path(text), place: Place(name), reader: reader)
      if let earlier = entries[text] {
        let line = earlier.keyPlace.map { " on line \($0.line)" } ?? ""
        entry.addMistake("is already given\(line)", at: .key)
      } else {
        entries[text] = entry
      }
    }
  }

  /// A section that the file does not have.
  init(missing key: String, place: Place?, reader: Reader) {
    self.key = key
    self.place = place
    self.reader = reader
  }

  /// What the file says under `name`; nil if nothing.
  func entry(_ name: String) -> Entry? {
    keysAsked.insert(name)
    reader.noteAsked(path(name), at: entries[name]?.place)
    return entries[name].flatMap { $0.isNull ? nil : $0 }
  }

  /// One value, or its default where it is not given or wrong.
  func read<Value>(_ name: String, _ rule: ScalarRule<Value>, or fallback: Value) -> Value {
    entry(name)?.read(rule) ?? fallback
  }

  /// A section inside this one; where it is missing its keys have their defaults.
  func section<Value>(_ name: String, _ read: (Section) -> Value) -> Value {
    let entry = entry(name)
    guard let section = entry?.section() else {
      return read(Section(missing: path(name), place: entry?.place ?? place, reader: reader))
    }
    defer { section.refuseUnknownKeys() }
    return read(section)
  }

  /// The values of a list, without the wrong ones; a value given twice is a mistake.
  func list<Value: Hashable>(_ name: String, countMax: Int, _ rule: ScalarRule<Value>) -> [Value] {
    guard let entry = entry(name) else { return [] }
    var lines: [Value: Int] = [:]
    return entry.items(countMax: countMax).compactMap { item in
      guard let value = item.read(rule) else { return nil }
      if let line = lines[value] {
        item.addMistake("\(item.text.inMessage) is already on line \(line)")
        return nil
      }
      lines[value] = item.place?.line ?? 0
      return value
    }
  }

  /// Says what is wrong with a key: where it stands, or where it should be if it is not there.
  func addMistake(_ message: String, key name: String, at place: Place? = nil) {
    reader.addMistake(message, key: path(name), at: place ?? entries[name]?.place ?? self.place)
  }

  func refuseUnknownKeys() {
    for (name, entry) in entries where !keysAsked.contains(name) {
      let suggestion = name.closest(in: keysAsked).map { "; did you mean `\($0)`?" }
      entry.addMistake("is not a key that is known here\(suggestion ?? "")", at: .key)
    }
  }

  private func path(_ name: String) -> String {
    key.isEmpty ? name : "\(key).\(name)"
  }
}
