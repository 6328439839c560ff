import Foundation
import Jobs
import Logging
import OfficeActor
import Persistence
import Synchronization
import Testing

@Suite("Leaving the company's group", .timeLimit(.minutes(30)))
struct LeaversTests {
  private static let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
  private static let admin = AccountID(rawValue: 3)

  /// An office in a folder of its own, with that many people, linked to the accounts 1, 2, 3, …
  private func office(
    _ count: Int, _ body: (OfficeState) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "leavers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try OfficeDatabase(folder: folder)
    let rules = OfficeRules(timeZone: .gmt, admins: [Self.admin], registration: .group)
    let loaded = try database.load(rules: rules, seats: [Seat(id: Seat.ID("1"))])
    let state = OfficeState(
      loaded.office, storage: database, now: { Date(timeIntervalSince1970: 1_795_597_200) })
    _ = try await state.perform(
      .addEmployees((1...count).compactMap { EmployeeName("Сотрудник \($0)") }), by: .bot)
    for (index, employee) in state.office.employees.all.map(\.id).sorted().enumerated() {
      _ = try await state.perform(
        .register(as: employee, proof: .groupMember), by: .person(AccountID(rawValue: Int64(index + 1))))
    }
    try await body(state)
    try database.close()
  }

  private func linked(_ state: OfficeState) -> [Int64] {
    state.office.employees.all.compactMap { $0.account?.rawValue }.sorted()
  }

  @Test("unlinks who left and owes them a word; members, admins and those unknown stay")
  func leaving() async throws {
    try await office(6) { state in
      let asked = Mutex<[Int64]>([])
      let leavers = Leavers(state: state, logger: Self.quiet, sleep: { _ in }) { account in
        asked.withLock { $0.append(account.rawValue) }
        return switch account.rawValue {
        case 2, 3, 5: .outside
        case 4: .unknown("HTTP 502")
        default: .inside
        }
      }
      try await leavers.run()
      #expect(asked.withLock { $0 } == [1, 2, 4, 5, 6])
      #expect(linked(state) == [1, 3, 4, 6])
      let told = state.office.notices.values.filter {
        if case .unlinked(_, hasLeftGroup: true) = $0.content { true } else { false }
      }
      #expect(
        Set(told.map(\.recipient)) == [.account(AccountID(rawValue: 2)), .account(AccountID(rawValue: 5))])
      let after = state.office
      try await leavers.run()
      #expect(state.office == after, "twice changes nothing more")
    }
  }

  @Test("looks once more, after Telegram's answer, at who is an admin and who is linked")
  func changedMeanwhile() async throws {
    try await office(3) { state in
      let leavers = Leavers(state: state, logger: Self.quiet, sleep: { _ in }) { account in
        // While Telegram takes its time over the first one, everybody becomes an admin.
        var rules = state.office.rules
        rules.admins = [1, 2, 3].reduce(into: []) { $0.insert(AccountID(rawValue: $1)) }
        await state.adopt(rules)
        return .outside
      }
      try await leavers.run()
      #expect(linked(state) == [1, 2, 3])
    }
  }

  @Test("gives up for the day when Telegram does not answer at all, and nobody loses their name")
  func noAnswers() async throws {
    try await office(Leavers.failuresMax + 5) { state in
      let before = state.office
      let asked = Mutex(0)
      let leavers = Leavers(state: state, logger: Self.quiet, sleep: { _ in }) { _ in
        asked.withLock { $0 += 1 }
        return .unknown("HTTP 502")
      }
      try await leavers.run()
      #expect(asked.withLock { $0 } == Leavers.failuresMax)
      #expect(state.office == before)
    }
  }
}
