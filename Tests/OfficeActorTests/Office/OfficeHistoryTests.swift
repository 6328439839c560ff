import Foundation
import TestSupport
import Testing

@testable import OfficeActor

@Suite("Any history of the office")
struct OfficeHistoryTests {
  @Test("keeps one booking a seat and a person, and ids that are never used again", arguments: 0..<20)
  func histories(_: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var history = try History(seed: seed)
    for _ in 0..<1_500 where history.faults.isEmpty { history.step() }
    #expect(history.faults == [], "seed \(seed)")
    #expect(history.done > 100 && history.refused > 100, "seed \(seed): hardly anything happened")
  }

  @Test("leads to the same office when its commands are repeated")
  func sameCommandsSameOffice() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var one = try History(seed: seed)
    var other = try History(seed: seed)
    for _ in 0..<500 {
      one.step()
      other.step()
    }
    #expect(one.office == other.office, "seed \(seed)")
  }

  @Test("can be stored at any moment and be the same office again")
  func storedRecordsAreTheOffice() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var history = try History(seed: seed)
    for _ in 0..<500 {
      history.step()
      let office = history.office
      let again = try Office(rules: office.rules, seats: office.seats, records: office.records)
      guard again == office else { return #expect(again == office, "seed \(seed)") }
    }
  }

  /// Random commands of random people at passing moments, watched from outside.
  private struct History {
    private var random: SeededRandom
    private(set) var office: Office
    private var now = Date.noon
    /// Who has which seat, by what the events said; to compare with what the office says.
    private var told: [Booking.ID: Booking] = [:]
    private var given: Set<Booking.ID> = []
    private(set) var done = 0
    private(set) var refused = 0
    private(set) var faults: [String] = []

    init(seed: UInt64) throws {
      random = SeededRandom(seed: seed)
      office = try Office.sample()
    }

    mutating func step() {
      now += TimeInterval(Int.random(in: 0...7_200, using: &random))
      let (command, principal) = (anyCommand(), anybody())
      let before = office
      do {
        let events = try office.perform(command, by: principal, at: now)
        done += events.isEmpty ? 0 : 1
        if events.isEmpty, office != before { faults.append("changed without an event: \(command)") }
        for event in events { follow(event) }
        checkRepeated(command, by: principal)
      } catch {
        refused += 1
        if office != before { faults.append("refused and changed: \(command)") }
      }
      checkChanges(since: before)
      checkInvariants(since: before)
    }

    private mutating func anyCommand() -> Command {
      let today = office.rules.today(at: now)
      return switch Int.random(in: 0..<20, using: &random) {
      case 0:
        .register(
          as: Employee.ID(rawValue: Int64.random(in: 0...office.counters.nextEmployee, using: &random)))
      case 1:
        .addEmployees(
          (0...1).compactMap { _ in EmployeeName("Имя \(Int.random(in: 0..<30, using: &random))") })
      case 2..<6:
        .cancel(Booking.ID(rawValue: Int64.random(in: 0...office.counters.nextBooking, using: &random)))
      default:
        .book(
          ["1", "2", "3", "A-1", "9"].randomElement(using: &random) ?? "1",
          on: today + Int.random(in: -1...14, using: &random))
      }
    }

    private mutating func anybody() -> Principal {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: .bot
      case 1: Person.admin.principal
      default: .person(AccountID(rawValue: Int64.random(in: 101...108, using: &random)))
      }
    }

    private mutating func follow(_ event: Event) {
      switch event {
      case .employeeAdded, .registered: break
      case .booked(let booking, _):
        if !given.insert(booking.id).inserted { faults.append("\(booking.id) given twice") }
        told[booking.id] = booking
      case .moved(let booking, let left, _):
        if told[booking.id]?.seat != left { faults.append("\(booking.id) moved from elsewhere") }
        if told[booking.id]?.createdAt != booking.createdAt { faults.append("\(booking.id) made anew") }
        told[booking.id] = booking
      case .cancelled(let booking, _):
        if told.removeValue(forKey: booking.id) != booking { faults.append("\(booking.id) was not that") }
      default: break
      }
    }

    /// Asking for the same again at the same moment changes nothing, whatever is said about it.
    private mutating func checkRepeated(_ command: Command, by principal: Principal) {
      var again = office
      _ = try? again.perform(command, by: principal, at: now)
      if again != office { faults.append("not the same twice: \(command)") }
    }

    /// What is handed over for storage makes the office of the office before.
    private mutating func checkChanges(since before: Office) {
      var employees = Dictionary(uniqueKeysWithValues: before.employees.all.map { ($0.id, $0) })
      var bookings = Dictionary(uniqueKeysWithValues: before.allBookings.map { ($0.id, $0) })
      for change in office.takeChanges() {
        switch change {
        case .putEmployee(let employee): employees[employee.id] = employee
        case .putBooking(let booking): bookings[booking.id] = booking
        case .removeBooking(let id): bookings[id] = nil
        default: break
        }
      }
      if Set(employees.values) != Set(office.employees.all) { faults.append("employees not handed over") }
      if Set(bookings.values) != Set(office.allBookings) { faults.append("bookings not handed over") }
    }

    private mutating func checkInvariants(since before: Office) {
      let bookings = office.allBookings
      if Set(bookings) != Set(told.values) { faults.append("not what the events said") }
      if Set(bookings.map { Place(day: $0.day, what: $0.seat) }).count != bookings.count {
        faults.append("a seat twice")
      }
      if Set(bookings.map { Place(day: $0.day, what: $0.owner) }).count != bookings.count {
        faults.append("a person twice a day")
      }
      if Set(bookings.map(\.id)).count != bookings.count { faults.append("an id twice") }
      if bookings.contains(where: { office.isClosed($0.day) }) { faults.append("a closed day") }
      let accounts = office.employees.all.compactMap(\.account)
      if Set(accounts).count != accounts.count { faults.append("an account twice") }
      if Set(office.employees.all.map(\.name.key)).count != office.employees.count {
        faults.append("a name twice")
      }
      let (counters, earlier) = (office.counters, before.counters)
      if counters.nextBooking < earlier.nextBooking || counters.nextEmployee < earlier.nextEmployee {
        faults.append("counters went back")
      }
    }

    private struct Place<What: Hashable>: Hashable {
      let day: Day
      let what: What
    }
  }
}

@Suite("An office that was stored")
struct OfficeLoadingTests {
  @Test("is refused when its records contradict each other")
  func contradictions() throws {
    let anna = Person.named("Смирнова Анна", id: 1, account: 101)
    let boris = Person.named("Волков Борис", id: 2, account: 102)
    let booking = Booking(id: 1, day: .today, owner: 1, seat: "1", createdAt: .noon)
    func error(_ employees: [Employee], _ bookings: [Booking] = []) -> OfficeLoadingError? {
      do throws(OfficeLoadingError) {
        _ = try Office(
          rules: .sample, seats: [Seat(id: "1"), Seat(id: "2")],
          records: OfficeRecords(
            employees: employees, bookings: bookings, counters: Counters(nextEmployee: 5, nextBooking: 5)))
        return nil
      } catch {
        return error
      }
    }
    #expect(error([anna, boris], [booking]) == nil)
    for wrong in [
      Person.named("Другое Имя", id: 1), Person.named("смирнова  анна", id: 2),
      Person.named("Другое Имя", id: 2, account: 101), Person.named("Другое Имя", id: 5),
    ] {
      #expect(error([anna, wrong]) == .contradictingEmployee(wrong))
    }
    for wrong in [
      Booking(id: 1, day: .today, owner: 2, seat: "2", createdAt: .noon),
      Booking(id: 1, day: .tomorrow, owner: 2, seat: "2", createdAt: .noon),
      Booking(id: 2, day: .today, owner: 2, seat: "1", createdAt: .noon),
      Booking(id: 2, day: .today, owner: 1, seat: "2", createdAt: .noon),
      Booking(id: 2, day: .tomorrow, owner: 3, seat: "1", createdAt: .noon),
      Booking(id: 5, day: .tomorrow, owner: 1, seat: "1", createdAt: .noon),
    ] {
      #expect(error([anna, boris], [booking, wrong]) == .contradictingBooking(wrong))
    }
  }
}
