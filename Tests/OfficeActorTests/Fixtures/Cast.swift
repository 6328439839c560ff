import Foundation
public import OfficeActor

/// Somebody who asks the office for something in a test, at noon of the first day unless told otherwise.
struct Person {
  let principal: Principal
  /// Who they are on the list of the sample office, if anybody.
  var employee: Employee?

  /// On the list and linked.
  static let anna = Person("Смирнова Анна", id: 1, account: 101)
  /// On the list and linked.
  static let boris = Person("Волков Борис", id: 2, account: 102)
  /// On the list, not linked; the account is a stranger's until it registers.
  static let vera = Person("Котова Вера", id: 3, account: 103, isLinked: false)
  /// On the list, linked and an admin.
  static let chief = Person("Орлова Дина", id: 4, account: 104)
  /// An admin who is not on the list.
  static let admin = Person(principal: .person(AccountID(rawValue: 900)))
  /// An account that nobody knows.
  static let stranger = Person(principal: .person(AccountID(rawValue: 500)))
  static let bot = Person(principal: .bot)

  private init(principal: Principal) { self.principal = principal }

  private init(_ name: String, id: Int64, account: Int64, isLinked: Bool = true) {
    principal = .person(AccountID(rawValue: account))
    employee = EmployeeName(name).map {
      Employee(
        id: Employee.ID(rawValue: id), name: $0, account: isLinked ? AccountID(rawValue: account) : nil)
    }
  }

  func books(_ seat: String, _ day: Day, at now: Date = .noon) -> Step {
    Step(command: .book(Seat.ID(seat), on: day), principal: principal, now: now)
  }

  func cancels(_ booking: Int64, at now: Date = .noon) -> Step {
    Step(command: .cancel(Booking.ID(rawValue: booking)), principal: principal, now: now)
  }

  func registers(as employee: Int64) -> Step {
    Step(command: .register(as: Employee.ID(rawValue: employee)), principal: principal, now: .noon)
  }

  func adds(_ names: String...) -> Step {
    Step(command: .addEmployees(names.compactMap { EmployeeName($0) }), principal: principal, now: .noon)
  }
}

/// One command, asked by somebody at some moment.
struct Step: Sendable {
  let command: Command
  let principal: Principal
  let now: Date
}

extension Person: Sendable {}

extension Date {
  /// Wednesday, 25 November 2026, 12:00 in Moscow: the first moment of most tests.
  static let noon = Date(timeIntervalSince1970: 1_795_597_200)
}

extension Day {
  /// 25 November 2026, and days counted from it.
  static let today = Day(containing: .noon, in: .moscow)
  static let yesterday = today + -1
  static let tomorrow = today + 1
  /// The last day of the window.
  static let last = today + 13
  /// Closed one by one: Tuesday, 1 December.
  static let holiday = today + 6
  /// Closed as a Sunday.
  static let sunday = today + 4
}

extension TimeZone {
  static let moscow = TimeZone(secondsFromGMT: 3 * 3600) ?? .gmt
}

extension OfficeRules {
  /// Fourteen days in Moscow, closed on Sundays and on one holiday, two admins.
  static let sample = OfficeRules(
    timeZone: .moscow, closedDays: [.holiday], closedWeekdays: [.sun],
    admins: [AccountID(rawValue: 900), AccountID(rawValue: 104)])
}

extension Office {
  /// Four names, three of them linked, and four seats.
  static func sample() throws -> Office {
    try Office(
      rules: .sample, seats: ["1", "2", "3", "A-1"].map { Seat(id: Seat.ID($0)) },
      records: OfficeRecords(
        employees: [Person.anna, .boris, .vera, .chief].compactMap(\.employee),
        counters: Counters(nextEmployee: 10)))
  }
}

extension Person {
  /// As the list of the sample office has them; a mistake of the test for somebody it does not have.
  var onTheList: Employee {
    guard let employee else { preconditionFailure("not on the list of the sample office") }
    return employee
  }

  /// Somebody as an office's list would have them.
  static func named(_ name: String, id: Int64, account: Int64? = nil) -> Employee {
    guard let name = EmployeeName(name) else { preconditionFailure("not a name") }
    return Employee(
      id: Employee.ID(rawValue: id), name: name, account: account.map(AccountID.init(rawValue:)))
  }
}

// So that the tables of the tests read well.

extension Seat.ID: ExpressibleByStringLiteral {
  /// As people see it.
  public init(stringLiteral text: String) { self.init(text) }
}

extension Employee.ID: ExpressibleByIntegerLiteral {
  /// As stored.
  public init(integerLiteral value: Int64) { self.init(rawValue: value) }
}

extension Booking.ID: ExpressibleByIntegerLiteral {
  /// As stored.
  public init(integerLiteral value: Int64) { self.init(rawValue: value) }
}
