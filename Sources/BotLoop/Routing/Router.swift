import Foundation
import OfficeActor
import Telegram

/// Decides what a tap, a command or a typed text does, and what the person then sees.
///
/// Whoever taps is told by the account alone; what a button says is only a wish.
struct Router: Sendable {
  let state: OfficeState
  let officeName: String
  let now: @Sendable () -> Date

  /// Who asks, with what the chat was waiting for.
  struct Asking: Sendable {
    let account: AccountID
    let request: RequestID
    let entry: TextEntry?
  }

  // MARK: Taps

  func reply(to button: Button, from asking: Asking) async -> Reply {
    switch button {
    case .open(let trail): Reply(screen(at: trail, for: asking))
    case .register(let employee): await register(as: employee, asking)
    case .book(let seat, let day, let trail): await book(seat, on: day, trail, asking)
    case .cancel(let booking, let trail): await cancel(booking, trail, asking)
    case .label: Reply(nil)
    }
  }

  /// A button of an earlier version, or of nobody's.
  func replyToUnknownButton(from asking: Asking) -> Reply {
    let line: Markup = "Эта кнопка устарела. Вот что есть сейчас."
    return Reply(screen(at: Trail(.menu), for: asking).saying(line), toast: line)
  }

  // MARK: Commands and typed text

  func reply(to command: ChatCommand, from asking: Asking) -> Reply {
    switch command {
    case .start, .menu, .cancel, .unknown: Reply(screen(at: Trail(.menu), for: asking.forgettingEntry))
    case .book: Reply(screen(at: Trail(.calendar), for: asking.forgettingEntry))
    case .my: Reply(screen(at: Trail(.bookings), for: asking.forgettingEntry))
    case .who:
      Reply(screen(at: Trail(.people(state.office.rules.today(at: now()))), for: asking.forgettingEntry))
    case .help: Reply(screen(at: Trail(.help), for: asking.forgettingEntry))
    }
  }

  func reply(toText text: String, from asking: Asking) async -> Reply {
    let typed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .shortened(to: TextEntry.typedCharactersMax)
    guard state.office.employee(linkedTo: asking.account) != nil else {
      // Only an answer to the list of names is part of a name; anything else is a greeting.
      guard case .name = asking.entry else { return Reply(screen(at: Trail(.menu), for: asking)) }
      return Reply(names(typed: typed, page: 0, asking))
    }
    switch asking.entry {
    case .colleague(_, let trail):
      return Reply(screen(at: trail, for: asking.waiting(for: .colleague(typed: typed, from: trail))))
    case .seat(let day, let trail):
      guard
        let seat = state.office.seats.first(where: {
          $0.id.rawValue.caseInsensitiveCompare(typed) == .orderedSame
        })
      else {
        let line = RefusalText(office: state.office).noSuchSeat(typed, on: day)
        return Reply(screen(at: trail, for: asking).saying(line))
      }
      return await book(seat.id, on: day, trail, asking)
    case .name, nil:
      return Reply(screen(at: Trail(.menu), for: asking))
    }
  }

  /// A photo, a sticker, a voice message.
  func replyToOtherContent(from asking: Asking) -> Reply {
    Reply(
      screen(at: Trail(.menu), for: asking.forgettingEntry)
        .saying("Спасибо! Но я понимаю только кнопки и текст."))
  }

  // MARK: Doing

  private func register(as employee: Employee.ID, _ asking: Asking) async -> Reply {
    let line: Markup
    switch await perform(.register(as: employee), asking) {
    case .success(.done): line = "Готово, вы зарегистрированы. Приятной работы!"
    case .success:
      let linked = state.office.employee(linkedTo: asking.account)
      line =
        linked.map { "Уже обработано: вы — \($0.name.text)." } ?? "Уже обработано: вы не зарегистрированы."
    case .failure(let refusal): line = text(of: refusal)
    }
    return Reply(screen(at: Trail(.menu), for: asking.forgettingEntry).saying(line), toast: line)
  }

  private func book(_ seat: Seat.ID, on day: Day, _ trail: Trail, _ asking: Asking) async -> Reply {
    switch await perform(.book(seat, on: day), asking) {
    case .success(.done(let events)):
      let line: Markup =
        switch events.first {
        case .moved(let booking, let left, _):
          left.map { "Пересели: место \(seat.rawValue) вместо \($0.rawValue)." }
            ?? "Место \(seat.rawValue) на \(booking.day.inText) — ваше."
        default: "Место \(seat.rawValue) на \(day.inText) — ваше."
        }
      return booked(on: day, trail, asking, line: nil, toast: line)
    case .success:
      let line: Markup = "Уже обработано."
      return booked(on: day, trail, asking, line: line, toast: line)
    case .failure(let refusal):
      let line = text(of: refusal)
      return Reply(screen(at: trail, for: asking).saying(line), toast: line)
    }
  }

  /// The booking one has on a day now, or the day if one has none.
  private func booked(on day: Day, _ trail: Trail, _ asking: Asking, line: Markup?, toast: Markup) -> Reply {
    let office = state.office
    guard let employee = office.employee(linkedTo: asking.account),
      let booking = office.bookings(on: day).booking(ownedBy: employee.id)
    else { return Reply(screen(at: trail, for: asking).saying(line), toast: toast) }
    let screen = BookingScreen(
      office, booking: booking, employee: employee, trail: trail.to(.booking(booking.id)), isNew: line == nil)
    return Reply(screen.render().saying(line), toast: toast)
  }

  private func cancel(_ booking: Booking.ID, _ trail: Trail, _ asking: Asking) async -> Reply {
    let line: Markup
    switch await perform(.cancel(booking), asking) {
    case .success(.done(let events)):
      if case .cancelled(let booking, _)? = events.first {
        line = "Отменено: \(BookingLine(booking, in: state.office).text)."
      } else {
        line = "Отменено."
      }
    case .success:
      line =
        state.office.booking(booking).map { "Уже обработано: бронь на \($0.day.inText) на месте." }
        ?? "Уже обработано: этой брони больше нет."
    case .failure(let refusal): line = text(of: refusal)
    }
    return Reply(screen(at: trail.leaving(booking), for: asking).saying(line), toast: line)
  }

  private func perform(_ command: Command, _ asking: Asking) async -> Result<Outcome, Refusal> {
    do throws(Refusal) {
      return .success(try await state.perform(command, by: .person(asking.account), request: asking.request))
    } catch {
      return .failure(error)
    }
  }

  private func text(of refusal: Refusal) -> Markup { RefusalText(office: state.office).text(of: refusal) }
}

extension Router.Asking {
  var forgettingEntry: Self { waiting(for: nil) }

  func waiting(for entry: TextEntry?) -> Self { Self(account: account, request: request, entry: entry) }
}

extension Trail {
  /// The way back out of a booking that is no more.
  fileprivate func leaving(_ booking: Booking.ID) -> Trail {
    var trail = self
    while trail.place == .booking(booking) || trail.place == .cancelling(booking) { trail = trail.back }
    return trail
  }
}
