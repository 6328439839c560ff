import Foundation
import Logging
import OfficeActor
import Telegram

/// Decides what a tap, a command or a typed text does, and what the person then sees.
///
/// Whoever taps is told by the account alone; what a button says is only a wish.
struct Router: Sendable {
  let state: OfficeState
  let officeName: String
  let now: @Sendable () -> Date
  let records: AdminRecords
  let logger: Logger
  let attempts = RefusedAttempts()

  /// Who asks, with what the chat was waiting for.
  struct Asking: Sendable {
    let account: AccountID
    let request: RequestID
    var entry: TextEntry?
    /// What is known of somebody whom the office does not know.
    var evidence = Evidence.proof(.none)
    /// How the account calls itself.
    var profile: AccountProfile?
  }

  // MARK: Taps

  func reply(to button: Button, from asking: Asking) async -> Reply {
    if let reply = refusalToStranger(for: button, asking) { return reply }
    var reply = await carryOut(button, asking)
    if button.isBesideDialogues, let entry = asking.entry, entry.isDialogue, reply.screen?.awaits == nil {
      reply.screen?.awaits = entry
    }
    return reply
  }

  private func carryOut(_ button: Button, _ asking: Asking) async -> Reply {
    switch button {
    case .open(let trail): await open(trail, asking)
    case .register(let employee): await register(as: employee, asking)
    case .book(let seat, let day, let trail): await book(seat, on: day, trail, asking)
    case .bookGuest(let guest, let seat, let day, let trail):
      await book(guest: guest, seat, on: day, trail, asking)
    case .move(let booking, let seat, let isConfirmed, let trail):
      await move(booking, to: seat, isConfirmed: isConfirmed, trail, asking)
    case .cancel(let booking, let trail): await cancel(booking, trail, asking)
    case .cancelGuests(let day, let trail): await cancelGuests(on: day, trail, asking)
    case .acceptOffer(let offer, let seat, let day, let trail):
      await accept(offer, of: seat, on: day, trail, asking)
    case .declineOffer(let offer, let seat, let day, let trail):
      await decline(offer, of: seat, on: day, trail, asking)
    case .confirmAttendance(let day): await confirmAttendance(on: day, asking)
    case .declineAttendance(let day): await declineAttendance(on: day, asking)
    case .decide(let decision): await decide(decision, from: nil, asking)
    case .admin(let action, let trail): await reply(to: action, from: trail, asking)
    case .label: Reply(nil)
    }
  }

  private func open(_ trail: Trail, _ asking: Asking) async -> Reply {
    guard case .admin = trail.place else { return Reply(screen(at: trail, for: asking)) }
    return await reply(toAdministration: trail, from: asking)
  }

  /// A button of an earlier version, or of nobody's.
  func replyToUnknownButton(from asking: Asking) -> Reply {
    let line: Markup = "Эта кнопка устарела. Вот что есть сейчас."
    return Reply(screen(at: Trail(.menu), for: asking).saying(line), toast: line)
  }

  // MARK: Commands and typed text

  func reply(to command: ChatCommand, from asking: Asking) async -> Reply {
    switch command {
    case .start, .menu, .cancel, .unknown: Reply(screen(at: Trail(.menu), for: asking.forgettingEntry))
    case .book: Reply(screen(at: Trail(.calendar), for: asking.forgettingEntry))
    case .my: Reply(screen(at: Trail(.bookings()), for: asking.forgettingEntry))
    case .who:
      Reply(screen(at: Trail(.people(state.office.rules.today(at: now()))), for: asking.forgettingEntry))
    case .guest: Reply(screen(at: Trail(.guest), for: asking.forgettingEntry))
    case .admin:
      await reply(toAdministration: Trail(.menu).to(.admin(.menu)), from: asking.forgettingEntry)
    case .help: Reply(screen(at: Trail(.help), for: asking.forgettingEntry))
    }
  }

  func reply(toText text: String, from asking: Asking) async -> Reply {
    if case .admin(_, let trail) = asking.entry { return await reply(toTyped: text, at: trail, from: asking) }
    let typed = text.onOneLine.shortened(to: TextEntry.typedCharactersMax)
    guard state.office.employee(linkedTo: asking.account) != nil else {
      return Reply(registration(typing: typed, asking))
    }
    switch asking.entry {
    case .colleague(_, let trail):
      return Reply(screen(at: trail, for: asking.waiting(for: .colleague(typed: typed, from: trail))))
    case .guestName(let trail), .guest(_, on: nil, let trail):
      return invite(text, trail, asking)
    case .seat(let day, let trail):
      guard let seat = seat(typed) else { return noSuchSeat(typed, on: day, trail, asking) }
      return await book(seat, on: day, trail, asking)
    case .guest(let name, let day?, let trail):
      guard let seat = seat(typed) else { return noSuchSeat(typed, on: day, trail, asking) }
      return await book(guest: name, seat, on: day, trail, asking)
    case .otherSeat(let id, let trail):
      guard let seat = seat(typed), let booking = state.office.booking(id) else {
        return state.office.booking(id).map { noSuchSeat(typed, on: $0.day, trail, asking) }
          ?? Reply(screen(at: trail, for: asking))
      }
      return await move(booking.id, to: seat, isConfirmed: false, trail, asking)
    case .name, .admin, nil:
      return Reply(screen(at: Trail(.menu), for: asking))
    }
  }

  /// The seat with a number that was typed.
  func seat(_ typed: String) -> Seat.ID? { state.office.seat(typed: typed)?.id }

  private func noSuchSeat(_ typed: String, on day: Day, _ trail: Trail, _ asking: Asking) -> Reply {
    let line = RefusalText(office: state.office).noSuchSeat(typed, on: day)
    return Reply(screen(at: trail, for: asking).saying(line))
  }

  /// A photo, a sticker, a voice message.
  func replyToOtherContent(from asking: Asking) -> Reply {
    Reply(
      screen(at: Trail(.menu), for: asking.forgettingEntry)
        .saying("Спасибо! Но я понимаю только кнопки и текст."))
  }

  // MARK: Doing

  func perform(_ command: Command, _ asking: Asking) async -> Result<Outcome, Refusal> {
    do throws(Refusal) {
      return .success(try await state.perform(command, by: .person(asking.account), request: asking.request))
    } catch {
      return .failure(error)
    }
  }

  /// Tells, whenever it is asked, whether an account may still see what it may see now: it acts for the same name,
  /// and is an admin if it was one. What waits for its turn is not shown to somebody who has lost that.
  func rightsHold(of account: AccountID) -> @Sendable () -> Bool {
    let before = state.office
    let (employee, isAdmin) = (
      before.employee(linkedTo: account)?.id, before.rules.admins.contains(account)
    )
    return { [state] in
      let office = state.office
      return (employee == nil || office.employee(linkedTo: account)?.id == employee)
        && (!isAdmin || office.rules.admins.contains(account))
    }
  }

  func text(of refusal: Refusal) -> Markup { RefusalText(office: state.office).text(of: refusal) }
}

extension Button {
  /// Whether no dialogue has such buttons: it was tapped on a notice, and what is being typed elsewhere goes on.
  fileprivate var isBesideDialogues: Bool {
    switch self {
    case .open, .register, .bookGuest, .admin, .label: false
    case .book, .move, .cancel, .cancelGuests, .acceptOffer, .declineOffer, .confirmAttendance,
      .declineAttendance, .decide:
      true
    }
  }
}

extension Router.Asking {
  var forgettingEntry: Self { waiting(for: nil) }

  func waiting(for entry: TextEntry?) -> Self {
    var asking = self
    asking.entry = entry
    return asking
  }
}
