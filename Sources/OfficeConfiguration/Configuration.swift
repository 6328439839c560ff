package import FloorPlan
package import Foundation
package import OfficeActor

/// Everything an operator decides about one office, read from one YAML file and checked as a whole.
///
/// `config/office.example.yaml` documents every key. A value of this type is complete and consistent:
/// paths are absolute, defaults are filled in. Secrets are not in the file, see ``Secrets``.
package struct Configuration: Sendable, Hashable {
  package var telegram = Telegram()
  package var office = Office()
  /// What the office itself goes by. At least one admin is among it.
  package var rules: OfficeRules
  package var registration = Registration()
  /// The names that a new office begins with, if the file gives a list.
  package var employees: EmployeesFile?
  /// At least one, in the file's order, ids unique.
  package var seats: [Seat]
  /// Whose some seats are in a new office.
  package var assignments: [ConfiguredAssignment] = []
  /// The office's own drawing; nil to have the floor laid out from the seats.
  package var floorPlan: OwnPlan?
  package var jobs = Jobs()
  package var snapshots: Snapshots
  package var retention = Retention()
  /// Folder of the database and the lock; may not exist yet.
  package var data: URL
  package var logs: Logs
  package var http = HTTP()
}

extension Configuration {
  /// Reads and checks the file and what it names.
  ///
  /// - Parameters:
  ///   - path: as the operator gave it; messages repeat it.
  ///   - note: called, if nothing is wrong, with what an operator should know all the same.
  /// - Throws: everything that is wrong, at once.
  package static func load(
    from path: String, environment: [String: String], noting note: (Finding) -> Void
  ) throws(Mistakes) -> Configuration {
    let reader = Reader(file: path, environment: environment)
    return try reader.readFile(noting: note) { Configuration(reading: $0) }
  }

  /// The data folder that the file names, whatever else is wrong with the file.
  ///
  /// - Throws: if it cannot be read as a configuration file at all.
  package static func dataFolder(from path: String) throws(Mistakes) -> URL {
    try Reader(file: path, environment: [:]).readPart { $0.folder("data", or: defaultData) }
  }

  private static let defaultData = "../data"

  /// Notes in the section's reader what is wrong; the value is of use only if nothing is.
  init(reading root: Section) {
    let admins = OfficeRules.admins(reading: root)
    let (seats, assignments) = Seat.list(reading: root)
    var rules = OfficeRules(reading: root, admins: admins, seats: seats)
    telegram = root.section("telegram") { Telegram(reading: $0) }
    office = root.section("office") { Office(reading: $0, into: &rules) }
    registration = root.section("registration") { Registration(reading: $0, into: &rules) }
    employees = root.entry("employees").flatMap { EmployeesFile(reading: $0) }
    SeatAssignment.check(assignments, employees: employees)
    self.assignments = assignments.map(\.assignment)
    floorPlan = OwnPlan(reading: root, seats: seats, removedSeats: rules.removedSeats)
    jobs = root.section("jobs") { Jobs(reading: $0) }
    snapshots = root.section("snapshots") { Snapshots(reading: $0) }
    retention = root.section("retention") { Retention(reading: $0) }
    data = root.folder("data", or: Self.defaultData)
    logs = root.section("logs") { Logs(reading: $0) }
    http = root.section("http") { HTTP(reading: $0) }
    let middles = floorPlan?.middles ?? [:]
    self.seats = seats.map { seat in
      Seat(
        id: seat.id, zone: seat.zone, features: seat.features,
        middle: middles[seat.id.rawValue].map { SeatPoint(x: $0.x, y: $0.y) })
    }
    self.rules = rules
  }
}
