import OfficeActor

/// Answers to «Вы придёте?».
extension Scene {
  /// «Приду». After the release: the same seats as far as they are free, else what is free now.
  func confirmAttendance(on day: Day) -> Step {
    .perform(.confirmAttendance(on: day)) { scene, outcome in
      let trail = Trail(.menu)
      switch outcome {
      case .success(.done(let events)):
        if events.count == 1, case .booked? = events.first, scene.stillReleased(on: day).isEmpty {
          return scene.booked(outcome, at: .day(day), trail.to(.day(day))) { _, _ in nil }
        }
        let line = scene.confirmed(events, on: day)
        return .show(scene.screen(at: trail.to(.attendance(day))).saying(line), toast: line)
      case .success:
        let line = scene.words.alreadyDone
        return .show(scene.screen(at: trail.to(.attendance(day))).saying(line), toast: line)
      case .failure:
        return scene.booked(outcome, at: .day(day), trail.to(.attendance(day))) { _, _ in nil }
      }
    }
  }

  /// What «Приду» has come to: confirmed, taken again, and what somebody else has by now.
  private func confirmed(_ events: [Event], on day: Day) -> Markup {
    let retaken = events.compactMap { event -> Markup? in
      guard case .booked(let booking, _) = event else { return nil }
      return words.yoursAgain(BookingLine(booking, in: self).text)
    }
    let isConfirmed = events.contains { if case .attendanceConfirmed = $0 { true } else { false } }
    let seats = employee.map { office.bookings(of: $0.id, on: day).compactMap(\.seat) } ?? []
    let lost = stillReleased(on: day).map { booking -> Markup in
      guard let holder = office.bookings(on: day).booking(of: booking.seat) else {
        return words.notTakenAgain(booking.seat, on: day)
      }
      return text(of: .seatTaken(booking.seat, on: day, by: holder.owner))
    }
    let thanks: Markup =
      isConfirmed ? words.thanks(seats.count == 1 ? seats[0] : nil, on: day) : ""
    return ([thanks] + retaken + lost).fitting(words.andMore).lines()
  }

  private func stillReleased(on day: Day) -> [ReleasedBooking] {
    employee.map { office.released(of: $0.id, on: day) } ?? []
  }

  /// «Не приду»: cancels one's own booking at once.
  func declineAttendance(on day: Day) -> Step {
    let trail = Trail(.menu).to(.attendance(day))
    guard let employee else { return .show(screen(at: trail)) }
    guard let own = office.bookings(on: day).booking(ownedBy: employee.id) else {
      let line = words.noBookingOfYours(on: day)
      return .show(screen(at: trail).saying(line), toast: line)
    }
    return cancel(own.id, trail)
  }

  func attendance(on day: Day, _ employee: Employee, _ trail: Trail) -> Screen {
    AttendanceScreen(self, employee: employee, day: day, trail: trail).render()
  }
}
