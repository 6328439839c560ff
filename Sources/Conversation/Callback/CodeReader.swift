import OfficeActor

/// Reads what follows the letter of an admin's place or action, part by part; parts are separated by `-`.
///
/// Whoever reads compares the code of what was read with what was given, so that each thing is written in one
/// way only and nothing may follow.
struct CodeReader {
  private var rest: Substring?

  init(_ code: Substring) { rest = code }

  /// Something that was there, though it may say that there is none.
  struct Found<Value> {
    let value: Value?
  }

  mutating func letter() -> Character? { rest?.popFirst() }

  mutating func flag() -> Bool? {
    switch letter() {
    case "0": false
    case "1": true
    default: nil
    }
  }

  mutating func day() -> Day? { next().flatMap(Code.day) }
  mutating func dayIfAny() -> Found<Day>? { ifAny(Code.day) }
  mutating func page() -> Int? { next().flatMap { Code.number($0, in: 0...Code.pagesMax) }.map { Int($0) } }
  mutating func part() -> Found<Int>? {
    ifAny { Code.number($0, in: 0...Code.pagesMax).map { Int($0) } }
  }
  mutating func booking() -> Booking.ID? { next().flatMap { Code.number($0) }.map(Booking.ID.init) }
  mutating func employee() -> Employee.ID? { next().flatMap { Code.number($0) }.map(Employee.ID.init) }
  mutating func employeeIfAny() -> Found<Employee.ID>? { ifAny { Code.number($0).map(Employee.ID.init) } }
  mutating func request() -> RegistrationRequest.ID? {
    next().flatMap { Code.number($0) }.map(RegistrationRequest.ID.init)
  }
  mutating func account() -> AccountID? { next().flatMap { Code.number($0) }.map(AccountID.init) }
  mutating func number() -> Int64? { next().flatMap { Code.number($0) } }
  mutating func month() -> Month? {
    next().flatMap { Code.number($0, in: Month.numbers) }.map { Month(number: Int($0)) }
  }

  /// All that is left, for seats may have `-` in them.
  mutating func seat() -> Seat.ID? {
    defer { rest = nil }
    return rest.flatMap(Code.seat)
  }

  private mutating func next() -> Substring? {
    guard let rest else { return nil }
    let part = rest.prefix { $0 != "-" }
    self.rest = part.endIndex == rest.endIndex ? nil : rest[rest.index(after: part.endIndex)...]
    return part
  }

  private mutating func ifAny<Value>(_ read: (Substring) -> Value?) -> Found<Value>? {
    guard let part = next() else { return nil }
    guard !part.isEmpty else { return Found(value: nil) }
    return read(part).map { Found(value: $0) }
  }
}

extension Code {
  static func joined(_ parts: String...) -> String { parts.joined(separator: "-") }
  static func text(_ part: Int?) -> String { part.map { text($0) } ?? "" }
  static func text(_ flag: Bool) -> String { flag ? "1" : "0" }

  /// A name, and the account that is linked to it, if it is said.
  static func text(_ employee: Employee.ID, from account: AccountID?) -> String {
    text(employee.rawValue) + (account.map { "-" + text($0.rawValue) } ?? "")
  }

  /// A seat's id without what separates places and trails.
  static func text(_ seat: Seat.ID) -> String {
    seat.rawValue.replacing("~", with: "~0").replacing(".", with: "~1").replacing("|", with: "~2")
  }

  static func seat(_ text: Substring) -> Seat.ID? {
    guard !text.isEmpty else { return nil }
    return Seat.ID(
      String(text).replacing("~2", with: "|").replacing("~1", with: ".").replacing("~0", with: "~"))
  }
}
