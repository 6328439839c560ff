import OfficeActor

/// Whose a seat is in a new office, and where the file says so.
struct SeatAssignment {
  let assignment: ConfiguredAssignment
  private let entry: Entry

  /// What a seat's `assigned` and `assigned_on` say; nil without them.
  init?(reading section: Section, of seats: [Seat]) {
    let weekdays = Set<Weekday>(section.list("assigned_on", countMax: Weekday.allCases.count, .word()))
    guard let entry = section.entry("assigned") else {
      if !weekdays.isEmpty {
        section.entry("assigned_on")?.addMistake(
          "says on which days the seat is somebody's; `assigned` says whose")
      }
      return nil
    }
    guard let name = entry.read(.employeeName), let seat = seats.first else { return nil }
    guard seats.count == 1 else {
      entry.addMistake("is for one seat, not for a range")
      return nil
    }
    assignment = ConfiguredAssignment(
      seat: seat.id, name: name, weekdays: weekdays.isEmpty ? Set(Weekday.allCases) : weekdays)
    self.entry = entry
  }

  /// Notes who is not on the list of names, and who would have two seats on one day.
  static func check(_ assignments: [SeatAssignment], employees: EmployeesFile?) {
    let names = employees.map { Set($0.names) }
    var earlier: [EmployeeName: [ConfiguredAssignment]] = [:]
    for (assignment, entry) in assignments.map({ ($0.assignment, $0.entry) }) {
      if let names, !names.contains(assignment.name) {
        entry.addNote("\(assignment.name.text.inMessage) is not in `employees`")
      }
      let others = earlier[assignment.name, default: []]
      if let other = others.first(where: { !$0.weekdays.isDisjoint(with: assignment.weekdays) }) {
        entry.addMistake(
          "\(assignment.name.text.inMessage) has \(other.seat.rawValue.inMessage) on some of these days")
      }
      earlier[assignment.name] = others + [assignment]
    }
  }
}

extension ScalarRule where Value == EmployeeName {
  fileprivate static var employeeName: Self {
    Self(expected: "an employee's name", parse: { EmployeeName($0) })
  }
}
