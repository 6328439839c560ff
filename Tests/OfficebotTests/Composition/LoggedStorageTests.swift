import Foundation
import Logging
import Logs
import OfficeActor
import TestSupport
import Testing

@testable import officebot

@Suite("The log of business events")
struct LoggedStorageTests {
  private let folder: TemporaryFolder
  private let logs: ProcessLogs
  private let storage: LoggedStorage

  init() throws {
    folder = try TemporaryFolder()
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    try #require(nowhere >= 0)
    logs = ProcessLogs(
      folder: folder.url, level: .info, hiding: [], output: nowhere, errorOutput: nowhere)
    storage = LoggedStorage(storage: NoStorage(), events: logs.events)
  }

  private struct NoStorage: OfficeStorage {
    func commit(_ transaction: Transaction) {}
  }

  /// The lines of a log, field by field.
  private func lines(of log: String) throws -> [[String: String]] {
    #expect(logs.flush())
    return try String(contentsOf: folder.url.appending(path: log), encoding: .utf8).split(separator: "\n").map
    {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      return try #require(object).mapValues { "\($0)" }
    }
  }

  private static let owner = EmployeeName("Смирнова Анна").map { Employee(id: .init(rawValue: 1), name: $0) }
  private static let booking = Booking(
    id: Booking.ID(rawValue: 7), day: Day(number: 20_000), owner: Employee.ID(rawValue: 1),
    guest: GuestName("Ваня"), seat: Seat.ID("12"), createdAt: .distantPast)

  private func log(_ events: [Event]) throws {
    var transaction = Transaction()
    transaction.journal = events.map {
      JournalEntry(at: Date(), principal: .person(AccountID(rawValue: 900)), event: $0)
    }
    try storage.commit(transaction)
  }

  @Test("has names, days and seats, and no reason that somebody typed")
  func reasons() throws {
    let owner = try #require(Self.owner)
    let closure = SeatClosure(
      seat: Seat.ID("12"), from: Self.booking.day, through: nil, reason: "прорвало трубу")
    try log([
      .cancelled(Self.booking, owner: owner, reason: "прорвало трубу"), .seatClosed(closure),
      .cancelled(Self.booking, owner: owner),
      .renamed(owner, from: try #require(EmployeeName("Белова Анна"))),
    ])
    let lines = try lines(of: "events.jsonl")
    #expect(lines.count == 4)
    #expect(!lines.contains { $0.values.contains { $0.contains("трубу") } })
    #expect(lines[0]["guest"] == "Ваня")
    #expect(lines[0]["seat"] == "12")
    #expect(lines[3]["detail"] == "Белова Анна")
  }

  @Test("and that of errors have the fields by which docs/operations.md looks through them")
  func documentedFields() throws {
    let owner = try #require(Self.owner)
    try log([.booked(Self.booking, owner: owner)])
    Logger(label: "test") { [logs] in logs.handler(label: $0) }.error("something failed")
    let root = (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
      url.deletingLastPathComponent()
    }
    let document = try String(contentsOf: root.appending(path: "docs/operations.md"), encoding: .utf8)
    let commands = document.split(separator: "\n").filter { $0.hasPrefix("jq ") }
    #expect(commands.count >= 2)
    for command in commands {
      let (filter, file) = try #require(
        command.firstMatch(of: /jq -r '(.+)' logs\/(\w+\.jsonl)$/).map { ($0.output.1, $0.output.2) })
      let line = try #require(try lines(of: String(file)).first)
      for field in filter.matches(of: /\.(\w+)/) {
        #expect(line[String(field.output.1)] != nil, "\(command)")
      }
      for choice in filter.matches(of: /\.(\w+)=="(\w+)"/) {
        #expect(line[String(choice.output.1)] == String(choice.output.2), "\(command)")
      }
    }
  }
}
