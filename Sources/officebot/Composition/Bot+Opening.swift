import Foundation
import Jobs
import Logging
import Logs
import OfficeActor
import OfficeConfiguration
import Persistence
import Telegram

/// The office, open, and where it is kept.
struct OpenOffice {
  let snapshots: SnapshotFolder
  let database: OfficeDatabase
  /// Last moment that the data knew before this process wrote to it.
  let lastKnown: Date?
  let state: OfficeState
  /// Whether people are heard.
  let hearing: HearingWatch
  /// Whether the disk takes changes.
  let trouble: DiskTrouble
}

extension Bot {
  /// Opens the office as it is stored, and has it adopt the configuration.
  ///
  /// - Parameter api: asks Telegram, at a deadline, whether anything waits.
  /// - Throws: what keeps the office from opening, in words for the operator.
  func openOffice(through api: any BotAPI) async throws -> OpenOffice {
    let snapshots = SnapshotFolder(configuration.snapshots.folder)
    let (database, loaded) = try await openDatabase(snapshots, at: clock.now)
    // Before anything is written by the present clock.
    let lastKnown = try database.lastKnownMoment()
    let trouble = DiskTrouble()
    let hearing = hearing(through: api, database)
    let state = OfficeState(
      loaded.office, handled: loaded.handled,
      storage: LoggedStorage(
        storage: MeasuredStorage(
          storage: database, vitals: vitals, trouble: trouble, begins: { hearing.noteCommitBegins() },
          isSaving: { hearing.noteCommitEnds(isSaved: $0) }),
        events: logs.events),
      now: { clock.now }, overloaded: { hearing.note(.notSaved) })
    Allocation.giveBackWhatIsFree()
    try await readEmployees(into: state, isNew: loaded.isNew)
    try await adoptConfiguration(in: state)
    if loaded.isNew { try await assignSeats(in: state) }
    return OpenOffice(
      snapshots: snapshots, database: database, lastKnown: lastKnown, state: state, hearing: hearing,
      trouble: trouble)
  }

  /// Opens the database, from its newest good snapshot if it is damaged or missing.
  private func openDatabase(
    _ snapshots: SnapshotFolder, at now: Date
  ) async throws -> (OfficeDatabase, OfficeDatabase.Loaded) {
    let opened = try await OfficeDatabase.open(
      in: configuration.data, recoveringFrom: snapshots, rules: configuration.rules,
      seats: configuration.seats, at: now
    ) { snapshot, error in
      logger.warning(
        "a snapshot is no good; an older one is tried",
        metadata: ["snapshot": "\(snapshot.url.path(percentEncoded: false))", "error": "\(error)"])
    }
    if let recovery = opened.recovery {
      logger.error(
        "the office was restored from a snapshot; what happened since may be lost",
        metadata: [
          "reason": "\(recovery.reason)",
          "snapshot": "\(recovery.snapshot.url.path(percentEncoded: false))",
          "lost_from": "\(recovery.snapshot.takenAt.ISO8601Format())",
          "lost_through": "\(now.ISO8601Format())",
          "moved_to": "\(recovery.movedTo.map { $0.path(percentEncoded: false) }.joined(separator: ", "))",
        ])
    }
    return (opened.database, opened.loaded)
  }

  /// The file of names is for a new office only; afterwards the office keeps its own list.
  private func readEmployees(into state: OfficeState, isNew: Bool) async throws {
    let names = configuration.employees?.names ?? []
    if isNew {
      guard !names.isEmpty else { return }
      do {
        _ = try await state.perform(.addEmployees(names), by: .bot)
      } catch {
        throw StartFailure(description: "the list of employees could not be stored: \(error)")
      }
    } else {
      let unknown = names.filter { state.office.employees.named($0) == nil }
      guard !unknown.isEmpty else { return }
      logger.warning(
        "names in the employees file are not in the office; the file is read into a new office only",
        metadata: ["names": "\(unknown.count)", "first": "\(unknown[0].text)"])
    }
  }

  /// Whose seats are at first; afterwards admins say.
  private func assignSeats(in state: OfficeState) async throws(StartFailure) {
    guard !configuration.assignments.isEmpty else { return }
    do throws(Refusal) {
      _ = try await state.perform(.adoptAssignments(configuration.assignments), by: .bot)
    } catch {
      throw StartFailure(description: "the seats could not be assigned: \(error)")
    }
  }

  /// Tells the office of its seats and closed days before anybody acts in it.
  private func adoptConfiguration(in state: OfficeState) async throws(StartFailure) {
    do throws(Refusal) {
      for command in [.adoptSeats, .tellOfClosedDays] as [Command] {
        _ = try await state.perform(command, by: .bot)
      }
    } catch {
      if case .rejected(.seatsVanished(let bookings)) = error {
        throw StartFailure(vanishedSeatsOf: bookings, in: state.office)
      }
      throw StartFailure(description: "the office could not be opened: \(error)")
    }
  }
}
