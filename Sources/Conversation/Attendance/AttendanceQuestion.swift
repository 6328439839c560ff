import Foundation
import OfficeActor

/// «Придёте?», about all that is left to answer of a person's bookings for a day; as a notice and as a screen.
struct AttendanceQuestion {
  let day: Day
  let own: Booking?
  let guests: [Booking]
  /// «19:00»; nil when that time is over and an answer still counts.
  let answerBy: String?

  /// Nil when there is nothing to answer.
  init?(_ office: Office, of employee: Employee.ID, on day: Day, at now: Date) {
    let bookings = office.bookingsInQuestion(of: employee, on: day)
    guard let deadline = bookings.map(office.answerBy).min() else { return nil }
    self.day = day
    own = bookings.first { $0.guest == nil }
    guests = bookings.filter { $0.guest != nil }
    answerBy = deadline > now ? deadline.timeOfDay(in: office.rules.timeZone).description : nil
  }

  var text: Markup {
    [
      own == nil ? "Придут ваши гости <b>\(day.inText)</b>?" : "Вы придёте <b>\(day.inText)</b>?",
      lines.fitting { "… и ещё \($0)" }.lines(),
      answerBy.map { "Ответьте до \($0), иначе места достанутся другим." }
        ?? "Ответьте, пожалуйста: без ответа места скоро достанутся другим.",
    ].lines()
  }

  private var lines: [Markup] {
    ([own].compactMap(\.self) + guests).map { booking in
      let seat = booking.seat?.rawValue ?? ""
      return booking.guest.map { "• место <b>\(seat)</b>, гость: \($0.text)" } ?? "• место <b>\(seat)</b>"
    }
  }

  var rows: [[ScreenButton]] {
    let yes = ScreenButton("Приду", .confirmAttendance(on: day), .success)
    let no = own.map { _ in ScreenButton("Не приду", .declineAttendance(on: day), .danger) }
    return [[yes, no].compactMap(\.self)]
      + guests.map { booking in
        [
          ScreenButton(
            "Отменить: \(booking.guest?.text ?? "")".shortened(to: ScreenButton.labelCodePointsMax),
            .cancel(booking.id, from: Trail(.menu).to(.attendance(day))), .danger)
        ]
      }
  }
}
