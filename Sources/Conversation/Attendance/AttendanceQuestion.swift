import Foundation
import OfficeActor

/// «Придёте?», about all that is left to answer of a person's bookings for a day; as a notice and as a screen.
struct AttendanceQuestion: SceneView {
  let scene: Scene
  let day: Day
  let own: Booking?
  let guests: [Booking]
  /// «19:00»; nil when that time is over and an answer still counts.
  let answerBy: String?

  /// Nil when there is nothing to answer.
  init?(_ scene: Scene, of employee: Employee.ID, on day: Day) {
    let office = scene.office
    let bookings = office.bookingsInQuestion(of: employee, on: day)
    guard let deadline = bookings.map(office.answerBy).min() else { return nil }
    self.scene = scene
    self.day = day
    own = bookings.first { $0.guest == nil }
    guests = bookings.filter { $0.guest != nil }
    answerBy = deadline > scene.now ? deadline.timeOfDay(in: office.rules.timeZone).description : nil
  }

  var text: Markup {
    let isTomorrow = day == scene.today + 1
    return [
      own == nil
        ? words.willGuestsCome(on: day, isTomorrow: isTomorrow)
        : words.willYouCome(on: day, isTomorrow: isTomorrow),
      lines.fitting(more).lines(), words.answer(by: answerBy, seats: guests.count + (own == nil ? 0 : 1)),
    ].lines()
  }

  private var lines: [Markup] {
    ([own].compactMap(\.self) + guests).map { booking in
      let seat: Markup = booking.seat.map { "• \(words.boldSeat($0))" } ?? "•"
      return booking.guest.map { "\(seat), \(words.guest($0))" } ?? seat
    }
  }

  var rows: [[ScreenButton]] {
    let yes = ScreenButton(words.coming, .confirmAttendance(on: day), .success)
    let no = own.map { _ in ScreenButton(words.notComing, .declineAttendance(on: day), .danger) }
    return [[yes, no].compactMap(\.self)]
      + guests.compactMap { booking in
        booking.guest.map { guest in
          [
            ScreenButton(
              words.cancel(guest).shortened(to: ScreenButton.labelCodePointsMax),
              .cancel(booking.id, from: Trail(.menu).to(.attendance(day))), .danger)
          ]
        }
      }
  }
}
