import Foundation
import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Answers to «Вы придёте?»")
struct AttendanceRoutingTests {
  private let tomorrow = TestOffice.tomorrow

  /// Anna has seat 2 tomorrow, her guest seat 3; both were asked about at noon.
  private func asked() async throws -> TestOffice {
    let guest = Booking(
      id: Booking.ID(rawValue: 50), day: tomorrow, owner: NoticeOffice.anna, guest: GuestName("Иван"),
      seat: Seat.ID("3"), createdAt: Date(timeIntervalSince1970: 1_795_000_000))
    let office = try TestOffice(
      bookings: TestOffice.bookings + [guest], now: try NoticeOffice.moment("12:00"))
    _ = try await office.state.perform(.askAttendance(on: TestOffice.today), by: .bot)
    return office
  }

  private func tap(
    _ button: Button, _ office: TestOffice, by account: AccountID = TestOffice.anna, request: Int64 = 1
  ) async -> Reply {
    await office.reply(to: button, from: office.asking(account, request))
  }

  @Test("«Приду» confirms, and says so again when tapped again")
  func yes() async throws {
    let office = try await asked()
    let yes = Button.confirmAttendance(on: tomorrow)
    let reply = await tap(yes, office)
    #expect(reply.toast == "Спасибо! Места на ср 25 ноября ваши.")
    #expect(office.office.bookings(on: tomorrow).booking(of: Seat.ID("2"))?.attendance.confirmedAt != nil)
    try expect(
      reply.screen,
      shows: """
        (СПБ: ср 25 ноября)
        Спасибо! Места на ср 25 ноября ваши.

        Ваши брони:
        • ср 25 ноября, место 2 (Окно)
        • ср 25 ноября, место 3 (Окно), гость: Иван
        [План на ср 25]
        [Меню]
        """)
    #expect(await tap(yes, office, request: 2).toast == "Уже обработано.")
    #expect(await tap(yes, office, request: 1).toast == "Уже обработано.")
  }

  @Test("«Не приду» cancels one's own at once and asks what becomes of the guests")
  func no() async throws {
    let office = try await asked()
    let no = Button.declineAttendance(on: tomorrow)
    let reply = await tap(no, office)
    #expect(reply.toast == "Отменено: ср 25 ноября, место 2 (Окно).")
    #expect(try #require(reply.screen).buttons.contains { $0.label == "Отменить и гостей" })
    #expect(office.office.bookings(on: tomorrow).booking(of: Seat.ID("2")) == nil)
    #expect(office.office.bookings(on: tomorrow).booking(of: Seat.ID("3")) != nil)
    #expect(await tap(no, office, request: 2).toast == "Уже обработано: вашей брони на ср 25 ноября нет.")
  }

  @Test("cancelling a guest leaves the rest of the question")
  func guest() async throws {
    let office = try await asked()
    let question = try #require(
      AttendanceQuestion(
        office.steps.scene(for: office.asking(TestOffice.anna).viewer), of: NoticeOffice.anna, on: tomorrow))
    let cancel = try #require(question.rows.last?.first)
    #expect(cancel.label == "Отменить: Иван")
    let reply = await tap(cancel.button, office)
    #expect(office.office.bookings(on: tomorrow).booking(of: Seat.ID("3")) == nil)
    let labels = try #require(reply.screen).buttons.map(\.label)
    #expect(labels == ["Вернуть место 3", "Приду", "Не приду", "Меню"])
  }

  /// An office in which Anna was asked, her own booking and perhaps her guest's, and has said nothing.
  private func released(_ seats: String...) async throws -> TestOffice {
    let released = seats.enumerated().map { index, seat in
      ReleasedBooking(
        id: Booking.ID(rawValue: Int64(60 + index)), day: tomorrow, owner: NoticeOffice.anna,
        guest: index == 0 ? nil : GuestName("Иван"), seat: Seat.ID(seat))
    }
    return try TestOffice(bookings: [], released: released, now: try NoticeOffice.moment("20:00"))
  }

  @Test("«Приду» after the release takes the same seat again, or shows what is free now")
  func late() async throws {
    let yes = Button.confirmAttendance(on: tomorrow)
    let free = try await released("2")
    #expect(await tap(yes, free).toast == "Место 2 на ср 25 ноября — ваше.")

    let taken = try await released("2")
    _ = try await taken.state.perform(.book(Seat.ID("2"), on: tomorrow), by: .person(TestOffice.boris))
    let reply = await tap(yes, taken, request: 2)
    #expect(reply.toast?.hasPrefix("Место 2 на ср 25 ноября занято: Орлов Борис. Свободны: 1,") == true)
    #expect(try #require(reply.screen).buttons.contains { $0.label == "1" })
  }

  @Test("«Приду» after the release of several takes again what is free, and says who has the rest")
  func lateForAll() async throws {
    let yes = Button.confirmAttendance(on: tomorrow)
    let both = await tap(yes, try await released("2", "3"))
    #expect(
      both.toast
        == "Снова ваше: ср 25 ноября, место 2 (Окно).\nСнова ваше: ср 25 ноября, место 3 (Окно), гость: Иван."
    )
    let office = try await released("2", "3")
    _ = try await office.state.perform(.book(Seat.ID("2"), on: tomorrow), by: .person(TestOffice.boris))
    let reply = await tap(yes, office)
    let toast = try #require(reply.toast)
    #expect(toast.hasPrefix("Снова ваше: ср 25 ноября, место 3 (Окно), гость: Иван.\nМесто 2 "), "\(toast)")
    #expect(office.office.bookings(on: tomorrow).guests(of: NoticeOffice.anna).count == 1)
  }

  @Test("«Приду» after one's own booking was cancelled confirms the guest's and books nothing")
  func cancelled() async throws {
    let office = try await asked()
    let own = try #require(office.office.bookings(on: tomorrow).booking(of: Seat.ID("2")))
    _ = try await office.state.perform(.cancel(own.id), by: .person(TestOffice.anna))
    // As the button of an earlier version has it, with the seat that was one's own.
    let old = try #require(Button(data: "Y" + String(tomorrow.number, radix: 36) + ".2"))
    let reply = await tap(old, office)
    #expect(reply.toast == "Спасибо! Место 3 на ср 25 ноября ваше.")
    let bookings = office.office.bookings(on: tomorrow)
    #expect(bookings.booking(of: Seat.ID("2")) == nil)
    #expect(bookings.booking(of: Seat.ID("3"))?.attendance.confirmedAt != nil)
  }

  @Test("strangers see registration only")
  func strangers() async throws {
    let office = try await asked()
    let before = office.office
    for button in [
      Button.confirmAttendance(on: tomorrow), .declineAttendance(on: tomorrow),
      .open(Trail(.attendance(tomorrow))),
    ] {
      let screen = try #require(await tap(button, office, by: TestOffice.stranger).screen)
      #expect(!screen.caption.plain.contains("место"))
    }
    #expect(office.office == before)
  }
}

@Suite("What admins do from their notices")
struct AdminNoticeRoutingTests {
  @Test("registering is undone, a closed day's bookings are cancelled; once more, and it is done already")
  func admin() async throws {
    let office = try TestOffice()
    let rows: [(Button, String, String)] = [
      (
        .decide(.unlink(NoticeOffice.boris, from: TestOffice.boris)), "Telegram отвязан: Орлов Борис.",
        "Уже обработано: Telegram не привязан, Орлов Борис."
      ),
      (
        .decide(.closeDay(TestOffice.tomorrow)), "ср 25 ноября закрыт, отменено: 2 брони.",
        "Уже обработано: ср 25 ноября закрыт."
      ),
      (
        .decide(.approve(RegistrationRequest.ID(rawValue: 5))),
        "Уже обработано: этой заявки больше нет.", "Уже обработано: этой заявки больше нет."
      ),
    ]
    for (index, (button, first, second)) in rows.enumerated() {
      let request = Int64(2 * index)
      for (request, line) in [(request, first), (request, "Уже обработано."), (request + 1, second)] {
        let reply = await office.reply(to: button, from: office.asking(TestOffice.admin, request))
        #expect(reply.toast == line)
        try reply.screen?.expectSound()
      }
    }
  }

  @Test("nobody is unlinked who was linked after the notice, nor unasked by a notice of an earlier version")
  func linkedSince() async throws {
    let office = try TestOffice()
    let words = try #require(
      NoticeMessage(
        Notice(
          id: Notice.ID(rawValue: 1), recipient: .account(TestOffice.admin),
          content: .registered([NoticeOffice.boris]), createdAt: office.now),
        in: office.steps.scene(for: office.asking(TestOffice.admin).viewer)))
    _ = try await office.state.perform(.unlink(NoticeOffice.boris), by: .person(TestOffice.admin))
    _ = try await office.state.perform(.register(as: NoticeOffice.boris), by: .person(TestOffice.stranger))

    let undo = try #require(words.rows.first?.first)
    let reply = await office.reply(to: undo.button, from: office.asking(TestOffice.admin))
    let line = "Уже не актуально: к имени «Орлов Борис» привязан другой аккаунт."
    #expect(reply.toast?.hasPrefix(line) == true)
    try reply.screen?.expectSound()

    let earlier = try #require(Button(data: "U2"))
    let question = await office.reply(to: earlier, from: office.asking(TestOffice.admin))
    let yes = try #require(question.screen?.buttons.first)
    #expect(yes.label == "Да, отвязать")
    #expect(office.office.employee(linkedTo: TestOffice.stranger)?.id == NoticeOffice.boris)
    let done = await office.reply(to: yes.button, from: office.asking(TestOffice.admin, 2))
    #expect(done.toast == "Telegram отвязан: Орлов Борис.")
  }

  @Test("nobody else can, whatever the button says")
  func others() async throws {
    let office = try TestOffice()
    let before = office.office
    for decision in [
      AdminDecision.unlink(NoticeOffice.boris, from: TestOffice.boris), .closeDay(TestOffice.tomorrow),
      .approve(RegistrationRequest.ID(rawValue: 1)), .refuse(RegistrationRequest.ID(rawValue: 1)),
    ] {
      for account in [TestOffice.anna, TestOffice.stranger] {
        let reply = await office.reply(to: .decide(decision), from: office.asking(account, 1))
        #expect(
          reply.toast
            == (account == TestOffice.anna ? "Это может только администратор." : "Сначала выберите своё имя.")
        )
      }
    }
    #expect(office.office == before)
  }
}

@Suite("A notice that is answered in the middle of a dialogue")
struct AnswerAmidDialogueTests {
  @Test("leaves what is being typed: a guest's name, names to add")
  func dialogues() async throws {
    let rows: [(AccountID, TextEntry, Button)] = [
      (
        TestOffice.anna, .guestName(from: Trail(.menu).to(.guest)),
        .confirmAttendance(on: TestOffice.tomorrow)
      ),
      (
        TestOffice.admin, .admin(typed: "", at: Trail(.menu).to(.admin(.adding))),
        .decide(.closeDay(TestOffice.tomorrow))
      ),
    ]
    for (account, entry, button) in rows {
      let office = try TestOffice()
      let reply = await office.reply(to: button, from: office.asking(account).waiting(for: entry))
      #expect(try #require(reply.screen).awaits == entry)
      let menu = await office.reply(
        to: .open(Trail(.menu)), from: office.asking(account, 2).waiting(for: entry))
      #expect(try #require(menu.screen).awaits != entry, "one leaves it by oneself")
    }
  }

  @Test("leaves no floor behind for which a number could be typed")
  func floors() async throws {
    let office = try TestOffice()
    let floor = TextEntry.seat(on: TestOffice.tomorrow, from: Trail(.menu))
    let asking = office.asking(TestOffice.anna).waiting(for: floor)
    let button = Button.confirmAttendance(on: TestOffice.tomorrow)
    #expect(try #require(await office.reply(to: button, from: asking).screen).awaits == nil)
  }
}
