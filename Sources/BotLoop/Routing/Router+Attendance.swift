import OfficeActor

/// Answers to «Вы придёте?».
extension Router {
  /// «Приду». After the release: the same seat if it is still free, else what is free now.
  func confirmAttendance(on day: Day, _ seat: Seat.ID?, _ asking: Asking) async -> Reply {
    let office = state.office
    if let seat, let employee = office.employee(linkedTo: asking.account),
      office.bookings(on: day).booking(ownedBy: employee.id) == nil
    {
      return await book(seat, on: day, Trail(.menu).to(.day(day)), asking)
    }
    let line: Markup =
      switch await perform(.confirmAttendance(on: day), asking) {
      case .success(.done): "Спасибо! Ждём \(day.inText)."
      case .success: "Уже обработано."
      case .failure(let refusal): text(of: refusal)
      }
    return Reply(screen(at: Trail(.menu).to(.attendance(day)), for: asking).saying(line), toast: line)
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
