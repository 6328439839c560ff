import FloorPlan
import Foundation

/// Everything an operator decides about one office, read from one YAML file and checked as a whole.
///
/// `config/office.example.yaml` documents every key. A value of this type is complete and consistent:
/// paths are absolute, defaults are filled in. Secrets are not in the file, see ``Secrets``.
struct Configuration: Sendable, Hashable {
  var telegram = Telegram()
  var office = Office()
  /// Telegram ids of the administrators, in the file's order, at least one.
  var admins: [Int64]
  var registration = Registration()
  /// The names that a new office begins with, if the file gives a list.
  var employees: EmployeesFile?
  /// At least one, in the file's order, ids unique.
  var seats: [Seat]
  /// The office's own drawing; nil to have the floor laid out from the seats.
  var floorPlan: OwnPlan?
  /// Ids of seats that are gone for good though bookings may name them; never among `seats`.
  var removedSeats: [String] = []
  var attendance = Attendance()
  var offers = Offers()
  var jobs = Jobs()
  var snapshots: Snapshots
  var retention = Retention()
  /// Folder of the database and the lock; may not exist yet.
  var data: URL
  var logs: Logs
  var http = HTTP()
}

extension Configuration {
  /// Telegram's own bound: user ids have at most 52 significant bits.
  static let telegramIDMax: Int64 = (1 << 52) - 1
  static let adminsMax = 100

  /// Reads and checks the file and what it names; throws everything that is wrong at once.
  ///
  /// - Parameters:
  ///   - path: as the operator gave it; messages repeat it.
  ///   - note: told, if nothing is wrong, what an operator should know all the same.
  static func load(
    from path: String, environment: [String: String], noting note: (ConfigurationFinding) -> Void
  ) throws(ConfigurationMistakes) -> Configuration {
    let reader = ConfigurationReader(file: path, environment: environment)
    return try reader.readFile(noting: note) { Configuration(reading: $0) }
  }

  /// The data folder that the file names, whatever else is wrong with the file.
  ///
  /// - Throws: if it cannot be read as a configuration file at all.
  static func dataFolder(from path: String) throws(ConfigurationMistakes) -> URL {
    try ConfigurationReader(file: path, environment: [:]).readPart { $0.folder("data", or: defaultData) }
  }

  private static let defaultData = "../data"

  /// Notes in the section's reader what is wrong; the value is of use only if nothing is.
  init(reading root: Section) {
    let admins = Self.admins(reading: root)
    let seats = Seat.list(reading: root)
    self.init(
      admins: admins,
      seats: seats,
      snapshots: root.section("snapshots") { Snapshots(reading: $0) },
      data: root.folder("data", or: Self.defaultData),
      logs: root.section("logs") { Logs(reading: $0) })
    telegram = root.section("telegram") { Telegram(reading: $0) }
    office = root.section("office") { Office(reading: $0) }
    registration = root.section("registration") { Registration(reading: $0) }
    employees = root.entry("employees").flatMap { EmployeesFile(reading: $0) }
    removedSeats = Seat.removed(reading: root, seats: seats)
    floorPlan = OwnPlan(reading: root, seats: seats.map(\.id), removedSeats: removedSeats)
    attendance = root.section("attendance") { Attendance(reading: $0) }
    offers = root.section("offers") { Offers(reading: $0) }
    jobs = root.section("jobs") { Jobs(reading: $0) }
    retention = root.section("retention") { Retention(reading: $0) }
    http = root.section("http") { HTTP(reading: $0) }
  }

  private static func admins(reading root: Section) -> [Int64] {
    let admins = root.list("admins", countMax: adminsMax, .integer(1...telegramIDMax))
    if root.entry("admins").map(\.isEmptyList) ?? true {
      root.addMistake(
        "is missing; list the Telegram user id of at least one administrator", key: "admins")
    }
    return admins
  }
}
