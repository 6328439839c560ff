import Foundation
import TestSupport
import Testing

@testable import OfficeActor

@Suite("Any history of the office")
struct OfficeHistoryTests {
  @Test("keeps what must always hold, whatever is asked by whom", arguments: 0..<20)
  func histories(_: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var history = try History(seed: seed)
    for _ in 0..<1_500 where history.faults.isEmpty { history.step() }
    #expect(history.faults == [], "seed \(seed)")
    #expect(
      history.done.count > 12 && history.refused > 100,
      "seed \(seed): hardly anything happened: \(history.done)")
  }

  @Test("leads to the same office when its commands are repeated")
  func sameCommandsSameOffice() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var one = try History(seed: seed)
    var other = try History(seed: seed)
    for _ in 0..<500 {
      one.step()
      other.step()
    }
    #expect(one.office == other.office, "seed \(seed)")
  }

  /// Random commands of random people at passing moments, watched from outside.
  private struct History {
    private var random: SeededRandom
    private(set) var office: Office
    private var now = Date.noon
    /// Which bookings there are, by what the events said; to compare with what the office says.
    private var told: [Booking.ID: Booking] = [:]
    private var given: Set<Booking.ID> = []
    private var stored: OfficeRecords
    private(set) var done: [JournalRecord.Kind: Int] = [:]
    private(set) var refused = 0
    private(set) var faults: [String] = []

    init(seed: UInt64) throws {
      random = SeededRandom(seed: seed)
      var rules = OfficeRules.sample
      rules.guestsPerDay = 2
      rules.registration = random.one(of: .open, .approval)
      office = try Office(
        rules: rules,
        seats: [
          Seat(id: "1", zone: "Окно"), Seat(id: "2", zone: "Зал", features: ["монитор"]), Seat(id: "A-1"),
        ], records: Office.sample().records)
      stored = office.records
    }

    mutating func step() {
      now += TimeInterval(Int.random(in: 0...2_400, using: &random))
      let command = anyCommand()
      let principal = anybody(for: command)
      let before = office
      do {
        let events = try office.perform(command, by: principal, at: now)
        for event in events { follow(event) }
        if events.isEmpty, office != before, !isSilent(command) { faults.append("no event: \(command)") }
        checkRepeated(command, by: principal)
      } catch {
        refused += 1
        if office != before { faults.append("refused and changed: \(command)") }
      }
      forgetWhatIsForgotten(command)
      checkChanges()
      checkInvariants(since: before)
    }

    // MARK: Anything

    private mutating func anyCommand() -> Command {
      let today = office.rules.today(at: now)
      let day = today + (chance(15) ? random.one(of: -1, 14) : random.one(of: 0, 1, 1, 1, 2))
      let booking = Booking.ID(rawValue: recent(office.counters.nextBooking))
      let offer = Offer.ID(rawValue: recent(office.counters.nextOffer))
      let request = RegistrationRequest.ID(rawValue: recent(office.counters.nextRequest))
      let employee = Employee.ID(rawValue: recent(office.counters.nextEmployee))
      let seat = Seat.ID(chance(15) ? "9" : random.one(of: "1", "2", "A-1"))
      let name = EmployeeName("Имя \(Int.random(in: 0..<30, using: &random))")
      let weekday = random.one(of: .mon, .tue, .wed, .thu, .fri) as Weekday
      let absence = Absence.ID(rawValue: recent(office.counters.nextAbsence))
      switch Int.random(in: -16..<60, using: &random) {
      case -16 ..< -13:
        return .bookDays(
          SeveralDays(
            [day, day + 1, day + 2], for: presence(employee), seat: chance(3) ? nil : seat,
            onlyThisSeat: chance(3), seatlessIfFull: chance(2), movesOwn: chance(2), isConfirmed: chance(2)))
      case -13 ..< -10: return .planDay(weekday, random.one(of: .any, .seat(seat), .seat(seat), .remove))
      case -10:
        return random.one(of: .pausePlan, .resumePlan, .resumePlan, .planEveryDay(seat), .bookPlannedDays)
      case -9 ..< -6: return .openNextDay
      case -6:
        return .beAbsent(
          day...(day + Int.random(in: 0...3, using: &random)), of: chance(4) ? employee : nil,
          withGuests: chance(2))
      case -5: return .endAbsence(absence, from: chance(2) ? day : nil)
      case -4, -3: return .restore(booking)
      case -2: return .prefer(features: chance(2) ? ["монитор"] : [], zone: chance(2) ? "Окно" : nil)
      case -1:
        return chance(3) ? .unassignSeat(seat) : .assignSeat(seat, to: employee, on: [weekday, .mon])
      case 0..<14:
        return .book(chance(3) ? nil : seat, on: day, for: presence(employee), isConfirmed: chance(2))
      case 14..<18: return .move(booking, to: seat, isConfirmed: chance(2))
      case 18..<21: return .cancel(booking, reason: chance(2) ? "так надо" : "")
      case 21: return .cancelGuests(on: day)
      case 22..<25: return .acceptOffer(offer)
      case 25: return .declineOffer(offer)
      case 26: return .runOutOffers(dueBy: now)
      case 27: return .resumeDeadlines
      case 28: return .confirmAttendance(on: day)
      case 29..<31: return .askAttendance(on: today)
      case 31: return .remindAttendance(on: today)
      case 32: return .releaseUnconfirmed(dueBy: now)
      case 33..<36: return .register(as: employee, proof: random.one(of: .none, .invited))
      case 36..<38:
        let typed = office.employees[employee]?.name.text ?? "имя"
        return .requestRegistration(as: employee, typing: chance(4) ? "имя" : typed, profile: anyProfile())
      case 38..<40: return .approveRegistration(request, onNotice: chance(2))
      case 40: return .refuseRegistration(request, onNotice: chance(2))
      case 41: return chance(3) ? .unlink(employee) : .resumeDeadlines
      case 42, 43: return .addEmployees([name, name].compactMap { $0 })
      case 44: if let name { return .rename(employee, to: name) } else { return .addEmployees([]) }
      case 45: return chance(6) ? .removeEmployee(employee) : .runOutOffers(dueBy: now)
      case 46: return chance(3) ? .closeDay(day) : .openDay(day)
      case 47, 48: return .openDay(day)
      case 49:
        let through = chance(4) ? nil : day
        return .closeSeats(
          (chance(2) ? [seat] : [seat, "2"]).map { SeatClosure(seat: $0, from: day, through: through) })
      case 50..<52: return .openSeat(seat)
      case 52: return chance(2) ? .adoptSeats : .tellOfClosedDays
      case 53: return .tellAdmins(.announcement("Привет"))
      case 54:
        return random.one(
          of: .forgetBookings(before: day), .forgetReleased(before: day), .forgetPlanning(before: day))
      case 55:
        let profile = anyProfile()
        return random.one(
          of: .forgetNotices(before: now), .forgetRequests(settledBefore: now - 3_600), .noteProfile(profile))
      default:
        let owed = office.noticesDue(at: now)
        let notice = owed.randomElement(using: &random)
        let account = notice.flatMap(office.account(of:))
        // Mostly whoever is linked; sometimes somebody who was.
        let receiver = chance(6) ? AccountID(rawValue: 108) : account ?? AccountID(rawValue: 101)
        return .settle(
          notice?.id ?? 0,
          random.one(
            of: .delivered(to: receiver, message: 1), .unclear(to: receiver), .dropped(reason: "old"),
            .undeliverable(to: account, reason: .deactivated)))
      }
    }

    /// Mostly somebody who may ask for that.
    private mutating func anybody(for command: Command) -> Principal {
      let linked = office.employees.all.compactMap(\.account).sorted()
      let anyone = AccountID(rawValue: Int64.random(in: 101...108, using: &random))
      let person = Principal.person(chance(4) ? anyone : linked.randomElement(using: &random) ?? anyone)
      if chance(6) { return random.one(of: .bot, Person.admin.principal, person) }
      switch command {
      case .runOutOffers, .resumeDeadlines, .askAttendance, .remindAttendance, .releaseUnconfirmed,
        .adoptSeats, .openNextDay, .forgetPlanning, .tellOfClosedDays, .settle, .tellAdmins, .forgetBookings,
        .forgetReleased, .forgetNotices,
        .forgetRequests, .addEmployees:
        return .bot
      case .noteProfile(let profile): return .person(profile.id)
      case .approveRegistration, .refuseRegistration, .unlink, .rename, .removeEmployee, .closeDay, .openDay,
        .closeSeats, .openSeat, .assignSeat, .unassignSeat, .beAbsent(_, of: .some, withGuests: _),
        .book(_, on: _, for: .employee, isConfirmed: _):
        return Person.admin.principal
      case .acceptOffer(let offer), .declineOffer(let offer):
        let owner = office.offer(offer).flatMap { office.booking($0.booking) }?.owner
        return owner.flatMap { office.employees[$0]?.account }.map(Principal.person) ?? person
      default: return person
      }
    }

    private mutating func anyProfile() -> AccountProfile {
      AccountProfile(
        id: AccountID(rawValue: Int64.random(in: 101...108, using: &random)),
        name: random.one(of: "Вера", "Вера К.", ""), username: random.one(of: "vera", "vera_k", nil))
    }

    private mutating func presence(_ employee: Employee.ID) -> Presence {
      guard let guest = GuestName(random.one(of: "Гость", "Другой", "Третий")), chance(4) else {
        return chance(8) ? .employee(employee) : .oneself
      }
      return .guest(guest)
    }

    /// An id that was given lately, more likely than an old one or one from beyond the counter.
    private mutating func recent(_ next: Int64) -> Int64 {
      max(0, next - Int64.random(in: 0...random.one(of: 3, 10, 30), using: &random))
    }

    private mutating func chance(_ total: Int) -> Bool { Int.random(in: 0..<total, using: &random) == 0 }

    // MARK: What must hold

    /// What the journal has no words for.
    private func isSilent(_ command: Command) -> Bool {
      switch command {
      case .openNextDay, .forgetPlanning, .resumeDeadlines, .askAttendance, .settle, .tellAdmins,
        .forgetBookings, .forgetReleased,
        .forgetNotices, .forgetRequests, .noteProfile, .adoptSeats, .tellOfClosedDays:
        true
      default: false
      }
    }

    private mutating func follow(_ event: Event) {
      done[JournalRecord(event).kind, default: 0] += 1
      switch event {
      case .booked(let booking, _), .bookedOnOpening(let booking, _, _), .restored(let booking, _):
        if !given.insert(booking.id).inserted { faults.append("\(booking.id) given twice") }
        told[booking.id] = booking
      case .moved(let booking, let left, _):
        if told[booking.id]?.seat != left { faults.append("\(booking.id) moved from elsewhere") }
        if told[booking.id]?.createdAt != booking.createdAt { faults.append("\(booking.id) made anew") }
        told[booking.id] = booking
      case .lostSeat(let booking, let lost, _):
        if told[booking.id]?.seat != lost { faults.append("\(booking.id) lost another seat") }
        told[booking.id] = booking
      case .offerAccepted(let booking, _):
        if told[booking.id]?.createdAt != booking.createdAt { faults.append("\(booking.id) made anew") }
        told[booking.id] = booking
      case .offerDeclined(_, let booking, _): told[booking.id] = booking
      case .cancelled(let booking, _, _), .cancelledForAbsence(let booking, _), .released(let booking, _):
        if told.removeValue(forKey: booking.id).map(what) != what(booking) {
          faults.append("\(booking.id) was not that")
        }
      default: break
      }
    }

    /// A booking without the stamps of attendance, which no event tells one by one.
    private func what(_ booking: Booking) -> Booking {
      var booking = booking
      booking.attendance = Attendance()
      return booking
    }

    private mutating func forgetWhatIsForgotten(_ command: Command) {
      guard case .forgetBookings(let day) = command else { return }
      for booking in told.values where booking.day < day && office.booking(booking.id) == nil {
        told[booking.id] = nil
      }
    }

    /// Asking for the same again at the same moment changes nothing, whatever is said about it.
    private mutating func checkRepeated(_ command: Command, by principal: Principal) {
      switch command {
      // Whoever asks to tell something twice has two things to tell; bookings are forgotten some at a time; two
      // attempts to deliver are two.
      case .tellAdmins, .forgetBookings, .settle(_, .unclear): return
      // The next day is another one.
      case .openNextDay: return
      default: break
      }
      var again = office
      _ = try? again.perform(command, by: principal, at: now)
      if again != office { faults.append("not the same twice: \(command)") }
    }

    /// What is handed over for storage makes the records of the office, and those make the office.
    private mutating func checkChanges() {
      let changes = office.takeChanges()
      for change in changes { stored.apply(change) }
      stored.counters = office.counters
      guard !changes.isEmpty else { return }
      let records = office.records
      if stored.inOrder != records { faults.append("not handed over: \(changes)") }
      let again = try? Office(rules: office.rules, seats: office.seats, records: records)
      if again != office { faults.append("not the same office after loading") }
    }

    private mutating func checkInvariants(since before: Office) {
      let bookings = office.allBookings
      if Set(bookings.map(what)) != Set(told.values.map(what)) { faults.append("not what the events said") }
      let taken =
        bookings.compactMap { booking in booking.seat.map { Place(day: booking.day, what: $0) } }
        + office.offers.map { Place(day: $0.day, what: $0.seat) }
      if Set(taken).count != taken.count { faults.append("a seat twice") }
      let own = bookings.filter { $0.guest == nil }.map { Place(day: $0.day, what: $0.owner) }
      if Set(own).count != own.count { faults.append("a person twice a day") }
      let guests = Dictionary(grouping: bookings.filter { $0.guest != nil }) {
        Place(day: $0.day, what: $0.owner)
      }
      if guests.values.contains(where: { $0.count > office.rules.guestsPerDay }) { faults.append("guests") }
      let asked = office.offers.map(\.booking)
      if Set(asked).count != asked.count { faults.append("two offers for one booking") }
      for offer in office.offers {
        guard let booking = office.booking(offer.booking), booking.seat == nil, !booking.hasDeclined,
          booking.day == offer.day, office.employees[booking.owner]?.account != nil
        else { return faults.append("an offer that is none: \(offer)") }
        if offer.askedBefore.contains(offer.booking) { faults.append("asked twice: \(offer)") }
        if office.closure(of: offer.seat, on: offer.day) != nil { faults.append("a closed seat offered") }
        if office.absence(of: booking.owner, on: booking.day) != nil {
          faults.append("offered to who is away")
        }
      }
      for booking in bookings where booking.guest == nil && booking.day >= office.rules.today(at: now) {
        if office.absence(of: booking.owner, on: booking.day) != nil { faults.append("booked and away") }
        if office.hasRefused(booking.owner, booking.day) { faults.append("booked and refused") }
      }
      for employee in office.employees.all {
        let away = office.absences(of: employee.id, at: now)
        for (one, next) in zip(away, away.dropFirst()) where one.through >= next.from {
          faults.append("two absences at once: \(one), \(next)")
        }
      }
      if bookings.contains(where: { office.isClosed($0.day) }) { faults.append("a closed day") }
      let asking = office.requests.values.map(\.account)
      if Set(asking).count != asking.count { faults.append("two requests of an account") }
      for account in asking {
        let made =
          office.requests.values.filter { $0.account == account }.map(\.createdAt)
          + office.settledRequests.values.filter { $0.account == account }.map(\.createdAt)
        if made.count(where: { $0 > now - 86_400 }) > office.rules.requestsPerDay {
          faults.append("too many requests of an account")
        }
      }
      for message in office.requestMessages.values {
        if let account = message.id.account, !asking.contains(account) {
          faults.append("a message about a request that is settled: \(message)")
        }
      }
      for profile in office.profiles.values
      where office.employee(linkedTo: profile.id) == nil && !asking.contains(profile.id)
        && !office.rules.admins.contains(profile.id)
        && !office.notices.values.contains(where: {
          $0.recipient == .account(profile.id) && $0.failure == nil
        })
      {
        faults.append("a profile that nobody needs: \(profile)")
      }
      let accounts = office.employees.all.compactMap(\.account)
      if Set(accounts).count != accounts.count { faults.append("an account twice") }
      if Set(office.employees.all.map(\.name.key)).count != office.employees.count {
        faults.append("a name twice")
      }
      let (counters, earlier) = (office.counters, before.counters)
      if counters.nextBooking < earlier.nextBooking || counters.nextEmployee < earlier.nextEmployee
        || counters.nextOffer < earlier.nextOffer || counters.nextNotice < earlier.nextNotice
        || counters.nextRequest < earlier.nextRequest || counters.nextAbsence < earlier.nextAbsence
      {
        faults.append("counters went back")
      }
    }

    private struct Place<What: Hashable>: Hashable {
      let day: Day
      let what: What
    }
  }
}

extension OfficeRecords {
  /// Stores a change as a table would; what is removed must be there.
  fileprivate mutating func apply(_ change: RecordChange) {
    switch change {
    case .putEmployee(let employee): Self.put(employee, &employees)
    case .removeEmployee(let id): Self.remove(id, &employees)
    case .putBooking(let booking): Self.put(booking, &bookings)
    case .removeBooking(let id): Self.remove(id, &bookings)
    case .putOffer(let offer): Self.put(offer, &offers)
    case .removeOffer(let id): Self.remove(id, &offers)
    case .putReleased(let booking): Self.put(booking, &released)
    case .removeReleased(let id): Self.remove(id, &released)
    case .putCancelled(let booking): Self.put(booking, &cancelled)
    case .removeCancelled(let id): Self.remove(id, &cancelled)
    case .putPlan(let plan): Self.put(plan, &plans)
    case .removePlan(let id): Self.remove(id, &plans)
    case .putAbsence(let absence): Self.put(absence, &absences)
    case .removeAbsence(let id): Self.remove(id, &absences)
    case .putAssignedSeat(let assigned): Self.put(assigned, &assignedSeats)
    case .removeAssignedSeat(let seat): Self.remove(seat, &assignedSeats)
    case .putPreferences(let wanted): Self.put(wanted, &preferences)
    case .removePreferences(let id): Self.remove(id, &preferences)
    case .putGrantedWish(let wish): grantedWishes.insert(wish)
    case .removeGrantedWish(let wish): grantedWishes.remove(wish)
    case .openedThrough(let day): openedThrough = day
    case .putNotice(let notice): Self.put(notice, &notices)
    case .removeNotice(let id): Self.remove(id, &notices)
    case .putRequest(let request): Self.put(request, &requests)
    case .removeRequest(let id): Self.remove(id, &requests)
    case .putSettledRequest(let request): Self.put(request, &settledRequests)
    case .removeSettledRequest(let id): Self.remove(id, &settledRequests)
    case .putRequestMessage(let message): Self.put(message, &requestMessages)
    case .removeRequestMessage(let id): Self.remove(id, &requestMessages)
    case .putProfile(let profile): Self.put(profile, &profiles)
    case .removeProfile(let account): Self.remove(account, &profiles)
    case .closeDay(let day): closedDays.insert(day)
    case .openDay(let day): closedDays.remove(day)
    case .closeSeat(let closure): closures = closures.filter { $0.seat != closure.seat } + [closure]
    case .openSeat(let seat): closures.removeAll { $0.seat == seat }
    case .noteTelling(let day): toldClosedDays.insert(day)
    case .forgetTelling(let day): toldClosedDays.remove(day)
    case .putSeat(let seat): knownSeats.insert(seat)
    case .removeSeat(let seat): knownSeats.remove(seat)
    }
  }

  fileprivate var inOrder: OfficeRecords {
    var records = self
    records.employees.sort { $0.id < $1.id }
    records.bookings.sort { $0.id < $1.id }
    records.offers.sort { $0.id < $1.id }
    records.released.sort { $0.id < $1.id }
    records.cancelled.sort { $0.id < $1.id }
    records.plans.sort { $0.id < $1.id }
    records.absences.sort { $0.id < $1.id }
    records.assignedSeats.sort { $0.seat.rawValue < $1.seat.rawValue }
    records.preferences.sort { $0.id < $1.id }
    records.notices.sort { $0.id < $1.id }
    records.requests.sort { $0.id < $1.id }
    records.settledRequests.sort { $0.id < $1.id }
    records.requestMessages.sort { $0.id < $1.id }
    records.profiles.sort { $0.id < $1.id }
    records.closures.sort { $0.seat.rawValue < $1.seat.rawValue }
    return records
  }

  private static func put<Record: Identifiable>(_ record: Record, _ table: inout [Record]) {
    if let index = table.firstIndex(where: { $0.id == record.id }) {
      table[index] = record
    } else {
      table.append(record)
    }
  }

  private static func remove<Record: Identifiable>(_ id: Record.ID, _ table: inout [Record]) {
    table.removeAll { $0.id == id }
  }
}

@Suite("An office that was stored")
struct OfficeLoadingTests {
  @Test("is refused when its records contradict each other")
  func contradictions() throws {
    let anna = Person.named("Смирнова Анна", id: 1, account: 101)
    let boris = Person.named("Волков Борис", id: 2, account: 102)
    let booking = Booking(id: 1, day: .today, owner: 1, seat: "1", createdAt: .noon)
    func error(_ employees: [Employee], _ bookings: [Booking] = []) -> OfficeLoadingError? {
      do throws(OfficeLoadingError) {
        _ = try Office(
          rules: .sample, seats: [Seat(id: "1"), Seat(id: "2")],
          records: OfficeRecords(
            employees: employees, bookings: bookings, counters: Counters(nextEmployee: 5, nextBooking: 5)))
        return nil
      } catch {
        return error
      }
    }
    #expect(error([anna, boris], [booking]) == nil)
    for wrong in [
      Person.named("Другое Имя", id: 1), Person.named("смирнова  анна", id: 2),
      Person.named("Другое Имя", id: 2, account: 101), Person.named("Другое Имя", id: 5),
    ] {
      #expect(error([anna, wrong]) == .contradictingEmployee(wrong))
    }
    for wrong in [
      Booking(id: 1, day: .today, owner: 2, seat: "2", createdAt: .noon),
      Booking(id: 1, day: .tomorrow, owner: 2, seat: "2", createdAt: .noon),
      Booking(id: 2, day: .today, owner: 2, seat: "1", createdAt: .noon),
      Booking(id: 2, day: .today, owner: 1, seat: "2", createdAt: .noon),
      Booking(id: 2, day: .tomorrow, owner: 3, seat: "1", createdAt: .noon),
      Booking(id: 5, day: .tomorrow, owner: 1, seat: "1", createdAt: .noon),
    ] {
      #expect(error([anna, boris], [booking, wrong]) == .contradictingBooking(wrong))
    }
  }
}
