/// How the cases of a type are written into buttons and the store: letter ⇄ case ⇄ fields, one line per case.
///
/// A line serves both ways, so nothing is written that cannot be read. Letters and fields keep their meaning for
/// ever: the buttons of old messages have them.
struct CodeTable<Value: Sendable>: Sendable {
  private let cases: [Case<Value>]
  private let casesByLetter: [Character: Case<Value>]

  /// - Precondition: No letter stands for two cases.
  init(@Builder cases: () -> [Case<Value>]) {
    self.cases = cases()
    casesByLetter = Dictionary(uniqueKeysWithValues: self.cases.map { ($0.letter, $0) })
  }

  /// Allows the lines of a table to stand below each other.
  @resultBuilder enum Builder {
    static func buildExpression(_ line: Case<Value>) -> Case<Value> { line }
    static func buildBlock(_ lines: Case<Value>...) -> [Case<Value>] { lines }
  }

  var letters: Set<Character> { Set(casesByLetter.keys) }

  /// The whole code of a value.
  func code(of value: Value, into writer: CodeWriter = CodeWriter()) -> String {
    var writer = writer
    write(value, into: &writer)
    return writer.text
  }

  /// The value with a code, or nil if the bot does not write this code (any more).
  func value(of code: String) -> Value? {
    var reader = CodeReader(code)
    guard let value = try? read(from: &reader), reader.isAtEnd else { return nil }
    return value
  }

  /// - Precondition: The value's case has a line.
  func write(_ value: Value, into writer: inout CodeWriter) {
    for line in cases where line.write(value, &writer) { return }
    preconditionFailure("no line of the table is for \(value)")
  }

  func read(from reader: inout CodeReader) throws(UnreadableCode) -> Value {
    guard let line = casesByLetter[Character(try reader.next())] else { throw UnreadableCode() }
    return try line.read(&reader)
  }
}

/// A type whose cases have a table.
protocol Coded: Sendable {
  static var table: CodeTable<Self> { get }
}

/// One line of a table: a letter, the case it stands for, and the fields that follow.
struct Case<Value: Sendable>: Sendable {
  let letter: Character
  /// Writes a value and returns true, unless the value is another case.
  let write: @Sendable (Value, inout CodeWriter) -> Bool
  /// Reads what follows the letter.
  let read: @Sendable (inout CodeReader) throws(UnreadableCode) -> Value

  /// A case without associated values.
  init(_ letter: Character, _ value: Value) where Value: Equatable {
    self.letter = letter
    write = { other, writer in
      guard other == value else { return false }
      writer.append(String(letter))
      return true
    }
    read = { _ throws(UnreadableCode) in value }
  }

  /// A case with associated values.
  ///
  /// - Parameters:
  ///   - make: The value from what is read, in the order of the fields.
  ///   - parts: What is written of a value, in the order of the fields; nil for another case.
  init<each Part: Sendable>(
    _ letter: Character, _ make: @escaping @Sendable (repeat each Part) -> Value,
    _ fields: repeat Field<each Part>, parts: @escaping @Sendable (Value) -> (repeat each Part)?
  ) {
    let fields = Field.sequence(repeat each fields)
    self.letter = letter
    write = { value, writer in
      guard let parts = parts(value) else { return false }
      writer.append(String(letter))
      fields.write(parts, &writer)
      return true
    }
    read = { reader throws(UnreadableCode) in
      let parts = try fields.read(&reader)
      return make(repeat each parts)
    }
  }
}
