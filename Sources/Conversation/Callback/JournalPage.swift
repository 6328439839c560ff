import OfficeActor

/// Which entries of the journal are looked at.
package struct JournalFilter: Sendable, Hashable {
  var employee: Employee.ID?
  var day: Day?
  var topic: JournalTopic?
  var seat: Seat.ID?
}

/// A page of the journal: the entries next to a given one, for pages counted from the newest would slip
/// whenever something happens.
package struct JournalPage: Sendable, Hashable {
  var filter = JournalFilter()
  var position = JournalPosition.newest
}

/// Kinds of journal entries that one looks for together.
package enum JournalTopic: Character, Sendable, Hashable, CaseIterable {
  case bookings = "b"
  case queue = "q"
  case attendance = "a"
  case plans = "p"
  case employees = "e"
  case closings = "c"
  case other = "o"
}

extension Field where Value == JournalFilter {
  static var filter: Field {
    Field(
      JournalFilter.init(employee:day:topic:seat:), .ifAny(.id), .dash(.ifAny(.day)),
      .dash(.ifAny(.letter)), .ifAny(.dash(.seat))
    ) {
      ($0.employee, $0.day, $0.topic, $0.seat)
    }
  }
}

extension JournalPosition: Coded {
  static let table = CodeTable<JournalPosition> {
    Case("n", { (_: Int) in .newest }, .number(in: 0...0)) { $0 == .newest ? 0 : nil }
    Case("b", Self.before, .number()) { if case .before(let id) = $0 { id } else { nil } }
    Case("a", Self.after, .number()) { if case .after(let id) = $0 { id } else { nil } }
  }
}
