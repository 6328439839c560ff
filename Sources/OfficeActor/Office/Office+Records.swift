/// The one place where records change: in memory, and in the list of changes that storage takes.
extension Office {
  /// Hands over the record changes made since the last time.
  mutating func takeChanges() -> [RecordChange] {
    defer { changes = [] }
    return changes
  }

  /// Everything that is stored, in the order of ids.
  public var records: OfficeRecords {
    OfficeRecords(
      employees: employees.everybody.sorted { $0.id < $1.id },
      bookings: allBookings.sorted { $0.id < $1.id },
      offers: days.values.flatMap(\.offers).sorted { $0.id < $1.id },
      released: released.values.joined().sorted { $0.id < $1.id },
      cancelled: cancelled.values.joined().sorted { $0.id < $1.id },
      plans: plans.values.sorted { $0.id < $1.id },
      absences: absences.values.joined().sorted { $0.id < $1.id },
      assignedSeats: assignedSeats.values.sorted { $0.seat.rawValue < $1.seat.rawValue },
      preferences: preferences.values.sorted { $0.id < $1.id },
      grantedWishes: Set(
        grantedWishes.flatMap { employee, days in days.map { GrantedWish(employee: employee, day: $0) } }),
      openedThrough: openedThrough,
      notices: notices.values.sorted { $0.id < $1.id }, requests: requests.values.sorted { $0.id < $1.id },
      settledRequests: settledRequests.values.sorted { $0.id < $1.id },
      requestMessages: requestMessages.values.sorted { $0.id < $1.id },
      profiles: profiles.values.sorted { $0.id < $1.id },
      closedDays: closedDays, closures: closures.values.sorted { $0.seat.rawValue < $1.seat.rawValue },
      toldClosedDays: toldClosedDays, knownSeats: knownSeats, counters: counters)
  }

  mutating func put(_ employee: Employee) {
    employees.put(employee)
    changes.append(.putEmployee(employee))
  }

  mutating func forget(_ employee: Employee) {
    employees.remove(employee.id)
    changes.append(.removeEmployee(employee.id))
  }

  mutating func put(_ booking: Booking) {
    days[booking.day, default: DayBookings()].put(booking)
    changes.append(.putBooking(booking))
  }

  mutating func remove(_ booking: Booking) {
    days[booking.day]?.remove(booking.id)
    if days[booking.day]?.isEmpty == true { days[booking.day] = nil }
    changes.append(.removeBooking(booking.id))
  }

  mutating func put(_ offer: Offer) {
    days[offer.day, default: DayBookings()].put(offer)
    changes.append(.putOffer(offer))
  }

  mutating func remove(_ offer: Offer) {
    days[offer.day]?.remove(offer)
    changes.append(.removeOffer(offer.id))
  }

  mutating func put(_ booking: ReleasedBooking) {
    // In the order of ids, in which they are loaded too.
    let others = released[booking.owner] ?? []
    released[booking.owner] = (others + [booking]).sorted { $0.id < $1.id }
    changes.append(.putReleased(booking))
  }

  mutating func remove(_ booking: ReleasedBooking) {
    released[booking.owner]?.removeAll { $0.id == booking.id }
    // Somebody who has had a release and somebody who never had one are the same.
    if released[booking.owner]?.isEmpty == true { released[booking.owner] = nil }
    changes.append(.removeReleased(booking.id))
  }

  mutating func put(_ notice: Notice) {
    notices[notice.id] = notice
    changes.append(.putNotice(notice))
  }

  mutating func remove(_ notice: Notice) {
    notices[notice.id] = nil
    changes.append(.removeNotice(notice.id))
  }

  mutating func put(_ request: RegistrationRequest) {
    requests[request.id] = request
    changes.append(.putRequest(request))
  }

  mutating func remove(_ request: RegistrationRequest) {
    requests[request.id] = nil
    changes.append(.removeRequest(request.id))
  }

  mutating func put(_ request: SettledRequest) {
    settledRequests[request.id] = request
    changes.append(.putSettledRequest(request))
  }

  mutating func remove(_ request: SettledRequest) {
    settledRequests[request.id] = nil
    changes.append(.removeSettledRequest(request.id))
  }

  mutating func put(_ message: RequestMessage) {
    requestMessages[message.id] = message
    changes.append(.putRequestMessage(message))
  }

  mutating func remove(_ message: RequestMessage) {
    requestMessages[message.id] = nil
    changes.append(.removeRequestMessage(message.id))
  }

  mutating func put(_ profile: AccountProfile) {
    profiles[profile.id] = profile
    changes.append(.putProfile(profile))
  }

  mutating func removeProfile(of account: AccountID) {
    profiles[account] = nil
    changes.append(.removeProfile(account))
  }

  mutating func markClosed(_ day: Day) {
    closedDays.insert(day)
    changes.append(.closeDay(day))
  }

  mutating func markOpen(_ day: Day) {
    closedDays.remove(day)
    changes.append(.openDay(day))
  }

  mutating func noteTelling(of day: Day) {
    toldClosedDays.insert(day)
    changes.append(.noteTelling(of: day))
  }

  mutating func forgetTelling(of day: Day) {
    toldClosedDays.remove(day)
    changes.append(.forgetTelling(of: day))
  }

  mutating func put(_ closure: SeatClosure) {
    closures[closure.seat] = closure
    changes.append(.closeSeat(closure))
  }

  mutating func remove(_ closure: SeatClosure) {
    closures[closure.seat] = nil
    changes.append(.openSeat(closure.seat))
  }

  mutating func know(_ seat: Seat.ID) {
    knownSeats.insert(seat)
    changes.append(.putSeat(seat))
  }

  mutating func unknow(_ seat: Seat.ID) {
    knownSeats.remove(seat)
    changes.append(.removeSeat(seat))
  }
}
