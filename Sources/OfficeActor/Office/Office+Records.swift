/// The one place where records change: in memory, and noted for whoever stores them.
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
      notices: notices.values.sorted { $0.id < $1.id }, requests: requests.values.sorted { $0.id < $1.id },
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
