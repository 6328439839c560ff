import Foundation
import OfficeActor
import Synchronization
import TestSupport
import Testing

@testable import Persistence

@Suite("Any history of a stored office", .timeLimit(.minutes(30)))
struct StoredHistoryTests {
  @Test("can be closed, opened and killed at any moment, and is the same office after it", arguments: 0..<6)
  func histories(_: Int) async throws {
    let seed = UInt64.random(in: 0 ... .max)
    var history = try History(seed: seed)
    for _ in 0..<60 { try await history.step() }
    try await history.stop()
    #expect(history.faults == [], "seed \(seed)")
  }

  /// Random people who ask for random things at the same time, with random stops and kills.
  private struct History {
    private let seed: UInt64
    private var random: SeededRandom
    private let folder: TemporaryFolder
    private var database: OfficeDatabase
    private var state: OfficeState
    private let clock = Clock()
    private var requests: Set<RequestID> = []
    /// Requests that changed something, so that even a kill does not lose them.
    private var done: Set<RequestID> = []
    private(set) var faults: [String] = []

    init(seed: UInt64) throws {
      self.seed = seed
      random = SeededRandom(seed: seed)
      folder = try TemporaryFolder()
      database = try OfficeDatabase(folder: folder.url)
      state = SampleOffice.state(try database.loadSample(), database, now: clock.now)
    }

    mutating func step() async throws {
      clock.pass(TimeInterval.random(in: 0...20_000, using: &random))
      try await someCommands()
      switch Int.random(in: 0..<12, using: &random) {
      case 0: try await stop()
      case 1: try kill()
      default: break
      }
    }

    /// Several commands at once; which is first is a matter of chance.
    private mutating func someCommands() async throws {
      let asked = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        (anyCommand(), anybody(), anyRequest())
      }
      let state = state
      let answers = await withTaskGroup { group in
        for (command, principal, request) in asked {
          group.addTask {
            (request, try? await state.perform(command, by: principal, request: request))
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      requests.formUnion(asked.map(\.2))
      for case (let request, .done?) in answers { done.insert(request) }
    }

    /// An orderly stop and a start.
    mutating func stop() async throws {
      try await state.saveRequests()
      try database.close()
      database = try OfficeDatabase(folder: folder.url)
      let loaded = try database.loadSample()
      if !loaded.office.continues(state.office) { faults.append("another office after a stop") }
      if loaded.handled != requests { faults.append("other requests after a stop") }
      state = SampleOffice.state(loaded, database, now: clock.now)
    }

    /// A start from the files as they are, while the office goes on beside it.
    private mutating func kill() throws {
      let copy = try folder.copy()
      let other = try OfficeDatabase(folder: copy.url)
      let loaded = try other.loadSample()
      if !loaded.office.continues(state.office) { faults.append("another office after a kill") }
      if !loaded.handled.isSuperset(of: done) { faults.append("a request forgotten by a kill") }
      if !loaded.handled.isSubset(of: requests) { faults.append("a request from nowhere") }
      try other.close()
    }

    private mutating func anyCommand() -> Command {
      let office = state.office
      return switch Int.random(in: 0..<16, using: &random) {
      case 0: .addEmployees(SampleOffice.names("Имя \(Int.random(in: 0..<40, using: &random))"))
      case 1..<4:
        .register(
          as: Employee.ID(
            rawValue: Int64.random(in: 1...max(8, office.counters.nextEmployee), using: &random)))
      case 4..<7:
        .cancel(Booking.ID(rawValue: Int64.random(in: 0...office.counters.nextBooking, using: &random)))
      default:
        .book(
          SampleOffice.seats[Int.random(in: 0..<4, using: &random)].id,
          on: office.rules.today(at: clock.now()) + Int.random(in: -1...14, using: &random))
      }
    }

    private mutating func anybody() -> Principal {
      Int.random(in: 0..<8, using: &random) == 0
        ? SampleOffice.admin : SampleOffice.person(Int64.random(in: 1...8, using: &random))
    }

    /// Mostly a new one, sometimes one that was there before.
    private mutating func anyRequest() -> RequestID {
      RequestID(rawValue: Int64.random(in: 0..<2_000, using: &random))
    }
  }

  /// A clock moved by hand.
  private final class Clock: Sendable {
    private let moment = Mutex(SampleOffice.noon)

    func pass(_ seconds: TimeInterval) { moment.withLock { $0 += seconds } }

    var now: @Sendable () -> Date { { self.moment.withLock { $0 } } }
  }
}
