import OfficeActor

/// An entry of the journal as a plain sentence.
struct JournalSentence: Sendable, Hashable {
  /// Who did it: a name, «админ …», «бот».
  let actor: String
  /// What happened: «Смирнова Анна: бронь на ср 25 ноября, место 12».
  let text: String

  init(_ line: JournalLine, in scene: Scene) {
    actor = Self.actor(of: line, in: scene)
    text = scene.words.sentence(line.record)
  }

  /// The sentence with who did it, if it was somebody else.
  var whole: String { text.hasPrefix(actor) ? text : "\(text) (\(actor))" }

  private static func actor(of line: JournalLine, in scene: Scene) -> String {
    let office = scene.office
    guard let account = line.actor else { return scene.words.bot }
    // The person's name as it was then, where the entry is about them; else as it is now.
    if let employee = office.employee(linkedTo: account) {
      return employee.id == line.record.employee
        ? line.record.employeeName ?? employee.name.text : employee.name.text
    }
    if let name = office.profiles[account]?.name, !name.isEmpty { return name }
    return office.rules.admins.contains(account) ? scene.words.admin(account) : "id \(account.rawValue)"
  }
}

extension JournalTopic {
  /// The kinds that belong to it.
  var kinds: Set<JournalRecord.Kind> {
    Set(JournalRecord.Kind.allCases.filter { Self.topic(of: $0) == self })
  }

  private static func topic(of kind: JournalRecord.Kind) -> JournalTopic {
    switch kind {
    case .booked, .moved, .cancelled, .restored, .released, .lostSeat: .bookings
    case .planChanged, .planPaused, .planResumed, .absent, .absenceEnded, .preferencesChanged, .seatAssigned,
      .seatUnassigned:
      .plans
    case .offered, .offerAccepted, .offerDeclined, .offerRanOut, .offerPassedOn: .queue
    case .attendanceAsked, .attendanceReminded, .attendanceConfirmed: .attendance
    case .registered, .registrationRequested, .registrationRefused, .unlinked, .employeeAdded, .renamed,
      .employeeRemoved:
      .employees
    case .dayClosed, .dayOpened, .seatClosed, .seatOpened, .seatAdded, .seatRemoved: .closings
    case .administrationRefused, .noticeUndeliverable: .other
    }
  }
}

extension JournalQuery {
  init(_ filter: JournalFilter, _ position: JournalPosition = .newest) {
    self.init(
      employee: filter.employee, seat: filter.seat, day: filter.day, kinds: filter.topic?.kinds,
      position: position)
  }
}
