import OfficeActor

/// Which entries of the journal are looked at.
package struct JournalFilter: Sendable, Hashable {
  var employee: Employee.ID?
  var day: Day?
  var topic: JournalTopic?
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
  case employees = "e"
  case closings = "c"
  case other = "o"
}

extension JournalFilter {
  var code: String {
    Code.joined(
      employee.map { Code.text($0.rawValue) } ?? "", day.map { Code.text($0.number) } ?? "",
      topic.map { String($0.rawValue) } ?? "")
  }
}

extension JournalPage {
  var code: String {
    let position =
      switch position {
      case .newest: "n0"
      case .before(let id): "b" + Code.text(id)
      case .after(let id): "a" + Code.text(id)
      }
    return Code.joined(position, filter.code)
  }
}

extension CodeReader {
  mutating func journalFilter() -> JournalFilter? {
    guard let employee = employeeIfAny(), let day = dayIfAny() else { return nil }
    return JournalFilter(
      employee: employee.value, day: day.value, topic: letter().flatMap(JournalTopic.init(rawValue:)))
  }

  mutating func journalPage() -> JournalPage? {
    guard let letter = letter(), let id = number() else { return nil }
    let position: JournalPosition? =
      switch letter {
      case "n": .newest
      case "b": .before(id)
      case "a": .after(id)
      default: nil
      }
    guard let position, let filter = journalFilter() else { return nil }
    return JournalPage(filter: filter, position: position)
  }
}
