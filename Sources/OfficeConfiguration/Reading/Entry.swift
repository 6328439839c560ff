import Yams

/// What stands under a key or in a list, before it is known to be right.
struct Entry {
  let node: Node
  /// Dotted path of the key.
  let key: String
  /// Place of the key; an item of a list has none.
  let keyPlace: Place?
  let reader: Reader

  enum Spot { case key, value }

  init(node: Node, key: String, place: Place?, reader: Reader) {
    self.node = node
    self.key = key
    self.keyPlace = place
    self.reader = reader
  }

  /// Place of the value, or of the key if no value is given.
  var place: Place? { isNull ? keyPlace ?? Place(node) : Place(node) ?? keyPlace }

  /// The scalar's text as it is written, so that `12:00` stays a time and `007` a name.
  var text: String {
    guard case .scalar(let scalar) = node else { return "" }
    return scalar.string
  }

  /// Whether nothing is given: `closed_days:` with nothing after it.
  var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  var isEmptyList: Bool {
    guard case .sequence(let sequence) = node else { return false }
    return sequence.isEmpty
  }

  func read<Value>(_ rule: ScalarRule<Value>) -> Value? {
    guard case .scalar(let scalar) = node else {
      addMistake("expected \(rule.expected), not \(kind)")
      return nil
    }
    do {
      return try rule.value(scalar.string)
    } catch {
      addMistake(error.message)
      return nil
    }
  }

  func section() -> Section? {
    guard case .mapping(let mapping) = node else {
      addMistake("expected keys with values, not \(kind)")
      return nil
    }
    return Section(mapping, key: key, reader: reader)
  }

  func items(countMax: Int) -> [Entry] {
    guard case .sequence(let sequence) = node else {
      addMistake("expected a list, `[…]` or lines `- …`, not \(kind)")
      return []
    }
    if sequence.count > countMax {
      addMistake("has \(sequence.count) entries; at most \(countMax) are allowed")
    }
    return sequence.prefix(countMax).map { Entry(node: $0, key: key, place: keyPlace, reader: reader) }
  }

  func addMistake(_ message: String, at spot: Spot = .value) {
    reader.addMistake(message, key: key, at: spot == .key ? keyPlace : place)
  }

  /// Says what is worth knowing though it is not wrong.
  func addNote(_ message: String) {
    reader.addNote(message, key: key, at: place)
  }

  private var kind: String {
    switch node {
    case .scalar(let scalar): isNull ? "nothing" : scalar.string.inMessage
    case .mapping: "keys with values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
