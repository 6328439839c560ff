import OfficeActor

extension Configuration {
  /// A key of the file, or a section whose keys are told of as one, and whether a change of it counts while the
  /// office is open.
  struct Key {
    /// As it stands in the file, with its section in front.
    let name: String
    /// What a running bot takes over of another configuration; nil where parts of the program are made from the
    /// value once, or what is stored depends on it, so that a change needs a restart.
    let adopt: ((inout Configuration, Configuration) -> Void)?
    let isSame: (Configuration, Configuration) -> Bool

    /// A change counts at once.
    static func atOnce(_ name: String, _ value: WritableKeyPath<Configuration, some Equatable>) -> Key {
      Key(
        name: name, adopt: { $0[keyPath: value] = $1[keyPath: value] },
        isSame: { $0[keyPath: value] == $1[keyPath: value] })
    }

    /// A change needs a restart.
    static func restart(_ name: String, _ value: KeyPath<Configuration, some Equatable>) -> Key {
      Key(name: name, adopt: nil, isSame: { $0[keyPath: value] == $1[keyPath: value] })
    }
  }

  /// Every key, in the order of the example.
  ///
  /// `employees` is not among them: that file is for a new office, and no start reads it into this one.
  static var keys: [Key] {
    [
      .restart("telegram", \.telegram),
      .restart("office.name", \.office.name),
      .restart("office.time_zone", \.rules.timeZone),
      .atOnce("office.booking_window_days", \.rules.bookingWindowDays),
      .atOnce("office.language", \.rules.language),
      .atOnce("office.guests_per_day", \.rules.guestsPerDay),
      .atOnce("office.closed_weekdays", \.rules.closedWeekdays),
      .atOnce("office.closed_days", \.rules.closedDays),
      .atOnce("admins", \.rules.admins),
      .registration,
      .restart("seats", \.seats),
      .restart("floor_plan", \.floorPlan),
      .restart("removed_seats", \.rules.removedSeats),
      .atOnce("attendance", \.rules.attendance),
      .atOnce("offers", \.rules.offers),
      .atOnce("jobs", \.jobs),
      .restart("snapshots", \.snapshots),
      .restart("retention", \.retention),
      .restart("data", \.data),
      .restart("http", \.http),
      .restart("logs.folder", \.logs.folder),
      .atOnce("logs.level", \.logs.level),
    ]
  }

  /// This configuration with what can be taken over from another one while the office is open.
  package func adopting(_ other: Configuration) -> Configuration {
    var adopted = self
    for key in Self.keys { key.adopt?(&adopted, other) }
    return adopted
  }

  /// Keys of the file whose values differ in two configurations, in the order of the example.
  package func keys(differingFrom other: Configuration) -> [String] {
    Self.keys.filter { !$0.isSame(self, other) }.map(\.name)
  }
}

extension Configuration.Key {
  /// Between `open` and `approval` the mode changes at once.
  fileprivate static var registration: Self {
    Self(
      name: "registration",
      adopt: { adopted, other in
        adopted.rules.requestsPerDay = other.rules.requestsPerDay
        if adopted.rules.registration.isRuleAlone, other.rules.registration.isRuleAlone {
          adopted.rules.registration = other.rules.registration
        }
      },
      isSame: {
        $0.rules.registration == $1.rules.registration && $0.rules.requestsPerDay == $1.rules.requestsPerDay
          && $0.registration == $1.registration
      })
  }
}

extension RegistrationMode {
  /// Whether it only decides who is let in: no group to be asked, no secret to be compared.
  fileprivate var isRuleAlone: Bool {
    switch self {
    case .open, .approval: true
    case .group, .invite: false
    }
  }
}
