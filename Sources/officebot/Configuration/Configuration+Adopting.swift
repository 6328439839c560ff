extension Configuration {
  /// This configuration with what can be taken over from another one while the office is open.
  ///
  /// The rest needs a restart: parts of the program are made from it once, or what is stored hangs on it.
  func adopting(_ other: Configuration) -> Configuration {
    var adopted = self
    adopted.admins = other.admins
    adopted.office.bookingWindowDays = other.office.bookingWindowDays
    adopted.office.guestsPerDay = other.office.guestsPerDay
    adopted.office.closedWeekdays = other.office.closedWeekdays
    adopted.office.closedDays = other.office.closedDays
    if registration.mode.isRuleAlone, other.registration.mode.isRuleAlone {
      adopted.registration.mode = other.registration.mode
    }
    adopted.registration.requestsPerDay = other.registration.requestsPerDay
    adopted.attendance = other.attendance
    adopted.offers = other.offers
    adopted.jobs = other.jobs
    adopted.logs.level = other.logs.level
    return adopted
  }

  /// Keys of the file whose values differ in two configurations, in the order of the example.
  ///
  /// `employees` is not among them: that file is for a new office, and no start reads it into this one.
  func keys(differingFrom other: Configuration) -> [String] {
    func key(_ name: String, _ value: KeyPath<Configuration, some Equatable>) -> String? {
      self[keyPath: value] == other[keyPath: value] ? nil : name
    }
    return [
      key("telegram", \.telegram), key("office.name", \.office.name),
      key("office.time_zone", \.office.timeZone),
      key("office.booking_window_days", \.office.bookingWindowDays),
      key("office.guests_per_day", \.office.guestsPerDay),
      key("office.closed_weekdays", \.office.closedWeekdays),
      key("office.closed_days", \.office.closedDays), key("admins", \.admins),
      key("registration", \.registration), key("seats", \.seats), key("floor_plan", \.floorPlan),
      key("removed_seats", \.removedSeats), key("attendance", \.attendance), key("offers", \.offers),
      key("jobs", \.jobs), key("snapshots", \.snapshots), key("retention", \.retention), key("data", \.data),
      key("http", \.http), key("logs.folder", \.logs.folder), key("logs.level", \.logs.level),
    ].compactMap { $0 }
  }
}

extension Configuration.Registration.Mode {
  /// Whether nothing hangs on it but who is let in: no group to be asked, no secret to be compared.
  fileprivate var isRuleAlone: Bool {
    switch self {
    case .open, .approval: true
    case .group, .invite: false
    }
  }
}
