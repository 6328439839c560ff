import Foundation
import TestSupport
import Testing

@testable import OfficeActor

@Suite("Whole weeks of an office")
struct SimulationTests {
  /// `make simulate` lets many more pass.
  private static let weeks = ProcessInfo.processInfo.environment["SIMULATE_WEEKS"].flatMap(Int.init) ?? 200
  /// Of the first week; each further week has the next one. A failure names its week's, to be seen again alone.
  private static let seed =
    ProcessInfo.processInfo.environment["SIMULATE_SEED"].flatMap(UInt64.init) ?? .random(in: 0 ... .max)

  @Test(
    "pass with every freed seat offered by rule, days opened by rule, nobody released unasked, and no notice lost"
  )
  func weeks() throws {
    var tally: [JournalRecord.Kind: Int] = [:]
    for number in 0..<Self.weeks {
      let seed = Self.seed &+ UInt64(number)
      var week = try OfficeWeek(seed: seed)
      try week.run()
      guard week.faults.isEmpty else {
        return #expect(week.faults == [], "seed \(seed); at last:\n\(week.story)")
      }
      tally.merge(week.tally, uniquingKeysWith: +)
    }
    let happens = Set(tally.keys)
    #expect(happens.isSuperset(of: Self.expected), "from seed \(Self.seed): \(tally)")
  }

  /// What happens in a year, or the simulation would prove nothing.
  private static let expected: Set<JournalRecord.Kind> = [
    .booked, .moved, .cancelled, .released, .lostSeat, .offered, .offerAccepted, .offerDeclined, .offerRanOut,
    .offerPassedOn, .attendanceAsked, .attendanceReminded, .attendanceConfirmed, .registered, .unlinked,
    .employeeRemoved, .dayClosed, .dayOpened, .seatClosed, .seatOpened, .seatAdded, .seatRemoved,
    .noticeUndeliverable, .restored, .planChanged, .planPaused, .planResumed, .absent, .absenceEnded,
    .seatAssigned,
    .seatUnassigned,
  ]
}
