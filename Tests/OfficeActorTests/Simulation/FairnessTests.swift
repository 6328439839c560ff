import Foundation
import TestSupport
import Testing

@testable import OfficeActor

@Suite("Plans with more people than seats")
struct FairnessTests {
  /// `make simulate` lets many more weeks pass.
  private static let weeks = ProcessInfo.processInfo.environment["SIMULATE_WEEKS"].flatMap(Int.init) ?? 200
  private static let seed =
    ProcessInfo.processInfo.environment["SIMULATE_SEED"].flatMap(UInt64.init) ?? .random(in: 0 ... .max)

  /// How often somebody wanted a seat, and got it.
  private struct Share {
    var wanted = 0
    var granted = 0
  }

  @Test(
    "grant every wanted seat to one of those who want it, and let nobody wait behind who had more granted")
  func fair() throws {
    var random = SeededRandom(seed: Self.seed)
    let people = (1...9).map { Person.named("Сотрудник \($0)", id: Int64($0), account: 100 + Int64($0)) }
    var rules = OfficeRules.sample
    rules.closedDays = []
    rules.bookingWindowDays = 2
    var office = try Office(
      rules: rules, seats: ["1", "2", "3", "4", "5"].map { Seat(id: $0) },
      records: OfficeRecords(employees: people, counters: Counters(nextEmployee: 10)))
    var (watch, now) = (PlanWatch(), Date.noon)
    var shares: [Employee.ID: Share] = [:]
    func perform(_ command: Command, by principal: Principal) {
      let before = office
      guard let events = try? office.perform(command, by: principal, at: now) else { return }
      _ = office.takeChanges()
      watch.follow(events, isOpening: command == .openNextDay, before: before, after: office, at: now)
      for case .bookedOnOpening(let booking, _, .plan(let wanted?)) in events {
        shares[booking.owner, default: Share()].wanted += 1
        if booking.seat == wanted { shares[booking.owner]?.granted += 1 }
      }
    }
    perform(.adoptSeats, by: .bot)
    // Each wants one seat on all weekdays: seat 5 has one who wants it, all others have two.
    for (index, person) in people.enumerated() {
      guard let account = person.account else { continue }
      for weekday in Weekday.allCases {
        perform(.planDay(weekday, .seat(Seat.ID("\(index / 2 + 1)"))), by: .person(account))
      }
      now += 1
    }
    for _ in 0..<Self.weeks * 7 where watch.faults.isEmpty {
      now += 86_400
      while office.dayToOpen(at: now) != nil, watch.faults.isEmpty { perform(.openNextDay, by: .bot) }
      let today = office.rules.today(at: now)
      perform(.forgetBookings(before: today + -60), by: .bot)
      perform(.forgetPlanning(before: today), by: .bot)
      // Now and then somebody is away, and the other one has the seat.
      if Int.random(in: 0..<6, using: &random) == 0,
        let person = people.randomElement(using: &random)?.account
      {
        perform(.beAbsent((today + 2)...(today + 2)), by: .person(person))
      }
    }
    #expect(watch.faults == [], "seed \(Self.seed)")
    // Who wants a seat alone always has it.
    #expect(shares[9].map { $0.granted == $0.wanted } == true, "seed \(Self.seed)")
    for pair in 0..<4 {
      let rivals = [1, 2].compactMap { shares[Employee.ID(rawValue: Int64(2 * pair + $0))] }
      // One of the two has it on each day on which either comes.
      let granted = rivals.reduce(0) { $0 + $1.granted }
      #expect(rivals.allSatisfy { granted >= $0.wanted }, "seed \(Self.seed): \(rivals)")
    }
  }
}
