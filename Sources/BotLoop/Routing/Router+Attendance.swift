import OfficeActor

/// Answers to «Вы придёте?».
extension Router {
  /// «Приду». After the release: the same seats as far as they are free, else what is free now.
  func confirmAttendance(on day: Day, _ asking: Asking) async -> Reply {
    let outcome = await perform(.confirmAttendance(on: day), asking)
    let trail = Trail(.menu)
    if case .success(.done(let events)) = outcome {
      if events.count == 1, case .booked? = events.first, stillReleased(on: day, asking).isEmpty {
        return booked(outcome, at: .day(day), trail.to(.day(day)), asking) { _, _ in nil }
      }
      let line = confirmed(events, on: day, asking)
      return Reply(screen(at: trail.to(.attendance(day)), for: asking).saying(line), toast: line)
    }
    if case .failure = outcome {
      return booked(outcome, at: .day(day), trail.to(.attendance(day)), asking) { _, _ in nil }
    }
    let line: Markup = "Уже обработано."
    return Reply(screen(at: trail.to(.attendance(day)), for: asking).saying(line), toast: line)
  }

  /// What «Приду» has come to: confirmed, taken again, and what somebody else has by now.
  private func confirmed(_ events: [Event], on day: Day, _ asking: Asking) -> Markup {
    let office = state.office
    let retaken = events.compactMap { event -> Markup? in
      guard case .booked(let booking, _) = event else { return nil }
      return "Снова ваше: \(BookingLine(booking, in: office).text)."
    }
    let isConfirmed = events.contains { if case .attendanceConfirmed = $0 { true } else { false } }
    let lost = stillReleased(on: day, asking).map { booking -> Markup in
      guard let holder = office.bookings(on: day).booking(of: booking.seat) else {
        return "Место \(booking.seat.rawValue) на \(day.inText) снова занять не получилось."
      }
      return text(of: .rejected(.seatTaken(booking.seat, on: day, by: holder.owner)))
    }
    let thanks: Markup = isConfirmed ? "Спасибо! Ждём \(day.inText)." : ""
    return ([thanks] + retaken + lost).fitting { "… и ещё \($0)" }.lines()
  }

  private func stillReleased(on day: Day, _ asking: Asking) -> [ReleasedBooking] {
    let office = state.office
    return office.employee(linkedTo: asking.account).map { office.released(of: $0.id, on: day) } ?? []
  }

  /// «Не приду»: cancels one's own booking at once.
  func declineAttendance(on day: Day, _ asking: Asking) async -> Reply {
    let office = state.office
    let trail = Trail(.menu).to(.attendance(day))
    guard let employee = office.employee(linkedTo: asking.account) else {
      return Reply(screen(at: trail, for: asking))
    }
    guard let own = office.bookings(on: day).booking(ownedBy: employee.id) else {
      let line: Markup = "Уже обработано: вашей брони на \(day.inText) нет."
      return Reply(screen(at: trail, for: asking).saying(line), toast: line)
    }
    return await cancel(own.id, trail, asking)
  }

  func attendance(on day: Day, _ employee: Employee, _ trail: Trail) -> Screen {
    AttendanceScreen(
      state.office, officeName: officeName, employee: employee, day: day, at: now(), trail: trail
    )
    .render()
  }
}
