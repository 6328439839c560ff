import Foundation
import OfficeActor

/// An evening in a very large office: all who were asked have said nothing, and more people wait than there are
/// seats.
enum ReleaseBenchmark {
  /// The release of a day and the offers it causes, decided in one command; and all those offers running out at
  /// once. Medians of several evenings; writing that to the disk is not in them.
  static func figures(employees: Int = 10_000, seats: Int = 2_000, rounds: Int = 9) throws -> [Figure] {
    let asking = try evening(employees: employees, seats: seats)
    var released: [Double] = []
    var ranOut: [Double] = []
    for _ in 0..<rounds {
      var office = asking.office
      var events: [Event] = []
      released.append(
        try milliseconds {
          events = try office.perform(
            .releaseUnconfirmed(dueBy: asking.answerBy), by: .bot, at: asking.answerBy)
        })
      guard events.count == 2 * seats else { throw BenchmarkError.unexpected("\(events.count) events") }
      let later = asking.answerBy + 3_600
      ranOut.append(
        try milliseconds { events = try office.perform(.runOutOffers(dueBy: later), by: .bot, at: later) })
      guard events.count == 2 * seats else { throw BenchmarkError.unexpected("\(events.count) events") }
    }
    return [
      Figure(name: "release.\(employees)employees_ms", value: median(released), unit: "ms"),
      Figure(name: "offers.\(seats)ran_out_ms", value: median(ranOut), unit: "ms"),
    ]
  }

  private static func evening(
    employees: Int, seats: Int
  ) throws -> (office: Office, answerBy: Date) {
    let rules = OfficeRules(timeZone: .gmt)
    let askingDay = Day(number: 20_000)
    let noon = rules.attendance.askAt.moment(on: askingDay, in: rules.timeZone)
    let people = (1...employees).compactMap { number in
      EmployeeName("Сотрудник \(number)").map { name in
        Employee(
          id: Employee.ID(rawValue: Int64(number)), name: name, account: AccountID(rawValue: Int64(number)))
      }
    }
    let bookings = people.enumerated().map { index, owner in
      Booking(
        id: Booking.ID(rawValue: owner.id.rawValue), day: askingDay + 1, owner: owner.id,
        seat: index < seats ? Seat.ID("\(index)") : nil, createdAt: noon - 86_400,
        attendance: index < seats ? Attendance(askedAt: noon, reachedAt: noon) : Attendance())
    }
    let counter = Int64(employees + 1)
    let office = try Office(
      rules: rules, seats: (0..<seats).map { Seat(id: Seat.ID("\($0)")) },
      records: OfficeRecords(
        employees: people, bookings: bookings,
        counters: Counters(nextEmployee: counter, nextBooking: counter)))
    return (office, rules.attendance.answerBy.moment(on: askingDay, in: rules.timeZone))
  }

  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work).seconds * 1000
  }
}
