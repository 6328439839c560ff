import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Registration in every mode")
struct NewcomerTests {
  private let stranger = TestOffice.stranger
  private let petr = Employee.ID(rawValue: 3)
  private let pavel = Employee.ID(rawValue: 4)

  /// A mode with what is known of somebody who may not choose a name in it.
  struct Door: Sendable {
    let mode: RegistrationMode
    let evidence: Evidence
  }

  private static let closedDoors = [
    Door(mode: .approval, evidence: .proof(.none)),
    Door(mode: .group, evidence: .proof(.none)), Door(mode: .group, evidence: .membershipUnknown),
    Door(mode: .group, evidence: .botOutsideGroup),
    Door(mode: .group, evidence: .proof(.invited)), Door(mode: .group, evidence: .wrongLink),
    Door(mode: .invite, evidence: .proof(.none)), Door(mode: .invite, evidence: .wrongLink),
    Door(mode: .invite, evidence: .proof(.groupMember)), Door(mode: .invite, evidence: .membershipUnknown),
  ]

  @Test(
    "where the door is closed a stranger sees that, and nothing changes, whatever is tapped, typed or sent",
    arguments: closedDoors)
  func closed(door: Door) async throws {
    let office = try TestOffice(registration: door.mode)
    let before = office.office
    func asking(_ entry: TextEntry? = nil) -> Asking {
      office.asking(stranger, entry: entry, evidence: door.evidence)
    }
    let beginning = office.screen(at: Trail(.menu), for: asking())
    let unfound = "Такого имени среди найденных нет. Напишите часть своего имени."
    func expectClosed(_ screen: Screen?, _ what: String) {
      guard let screen else { return }
      let allowed = [beginning, beginning.saying("\(unfound)")]
      #expect(allowed.contains(screen), "\(what)\n\(screen.text)")
    }
    for seed in 1...1_000 as ClosedRange<UInt64> {
      var random = RandomButtons(seed: seed)
      let button = random.button()
      guard !button.isAdministration else { continue }
      let reply = await office.reply(to: button, from: asking())
      expectClosed(reply.screen, "seed \(seed)")
      #expect([nil, unfound, "Сначала выберите своё имя."].contains(reply.toast), "seed \(seed)")
    }
    for id in 1...5 as ClosedRange<Int64> {
      for button in [
        .register(Employee.ID(rawValue: id)), .open(Trail(.name(Employee.ID(rawValue: id)))),
      ] as [Button] {
        let reply = await office.reply(to: button, from: asking())
        expectClosed(reply.screen, "\(button)")
      }
    }
    for command in ChatCommand.allCases where command != .admin {
      expectClosed(await office.reply(to: command, from: asking()).screen, command.rawValue)
    }
    for text in ["", "12", "смирнова", "елкин", "<b>"] {
      for entry in [nil, .seat(on: TestOffice.tomorrow, from: Trail(.menu))] as [TextEntry?] {
        expectClosed(await office.reply(toText: text, from: asking(entry)).screen, text)
      }
    }
    let kind = try #require(await office.replyToOtherContent(from: asking()).screen)
    #expect(kind.buttons == beginning.buttons && kind.caption.html.hasSuffix(beginning.caption.html))
    let unknown = try #require(await office.replyToUnknownButton(from: asking()).screen)
    #expect(unknown.buttons == beginning.buttons && unknown.caption.html.hasSuffix(beginning.caption.html))
    #expect(office.office == before && office.storage.commits.allSatisfy { $0.changes.isEmpty })
  }

  @Test(
    "with membership or the link it goes as in the open mode, and the office asks for the proof again",
    arguments: [(RegistrationMode.group, RegistrationProof.groupMember), (.invite, .invited)])
  func proved(mode: RegistrationMode, proof: RegistrationProof) async throws {
    let office = try TestOffice(registration: mode)
    let open = try TestOffice()
    let asking = office.asking(stranger, evidence: .proof(proof))
    #expect(
      office.screen(at: Trail(.menu), for: asking)
        == open.screen(at: Trail(.menu), for: open.asking(stranger)))
    let reply = await office.reply(to: .register(petr), from: asking)
    #expect(reply.toast == "Готово, вы зарегистрированы. Приятной работы!")
    #expect(office.office.employee(linkedTo: stranger)?.id == petr)
  }

  @Test("an admin needs no approval, group or link", arguments: [RegistrationMode.approval, .group, .invite])
  func admin(mode: RegistrationMode) async throws {
    let office = try TestOffice(registration: mode)
    let list = await office.reply(
      toText: "елк", from: office.asking(TestOffice.admin, entry: .name(typed: "")))
    let entry = try #require(list.screen).awaits
    let name = await office.reply(
      to: try #require(list.screen).button("Ёлкин Пётр"), from: office.asking(TestOffice.admin, entry: entry))
    let reply = await office.reply(
      to: try #require(name.screen).button("Да, это я"),
      from: office.asking(TestOffice.admin, 2, entry: name.screen?.awaits))
    #expect(reply.toast == "Готово, вы зарегистрированы. Приятной работы!")
    #expect(office.office.employee(linkedTo: TestOffice.admin)?.id == petr)
    #expect(office.office.requests.isEmpty)
  }

  @Test(
    "somebody registered is told so in every mode",
    arguments: [RegistrationMode.open, .approval, .group, .invite])
  func registered(mode: RegistrationMode) async throws {
    let office = try TestOffice(registration: mode)
    let same = await office.reply(
      to: .register(Employee.ID(rawValue: 1)), from: office.asking(TestOffice.anna, 1))
    #expect(same.toast == "Уже обработано: вы — Смирнова Анна.")
    let other = await office.reply(to: .register(petr), from: office.asking(TestOffice.anna, 2))
    #expect(other.toast == "Вы уже зарегистрированы: Смирнова Анна. Если это не вы, скажите администратору.")
  }
}

extension Array {
  fileprivate func asyncMap<Result>(_ transform: (Element) async -> Result) async -> [Result] {
    var results: [Result] = []
    for element in self { results.append(await transform(element)) }
    return results
  }
}

@Suite("Asking admins for a name")
struct RequestTests {
  private let stranger = TestOffice.stranger
  private let petr = Employee.ID(rawValue: 3)
  private let pavel = Employee.ID(rawValue: 4)

  private func ask(
    _ office: TestOffice, for employee: Employee.ID, typing typed: String, by account: AccountID,
    _ request: Int64
  ) async -> Reply {
    await office.reply(
      to: .register(employee), from: office.asking(account, request, entry: .name(typed: typed)))
  }

  private func decide(_ office: TestOffice, _ command: (RegistrationRequest.ID) -> Command) async throws {
    let request = try #require(office.office.requests.keys.first)
    _ = try await office.state.perform(command(request), by: .person(TestOffice.admin))
  }

  @Test("«Да, это я» asks, any tap and any text shows that it waits, and approved one is in")
  func approved() async throws {
    let office = try TestOffice(registration: .approval)
    let reply = await ask(office, for: petr, typing: "елк", by: stranger, 1)
    #expect(reply.toast == "Заявка отправлена.")
    let waiting = office.screen(.menu, for: stranger)
    #expect(reply.screen == waiting.saying("Заявка отправлена."))
    for place in [.menu, .calendar, .bookings(), .people(TestOffice.today), .help] as [Place] {
      #expect(office.screen(place, for: stranger) == waiting)
    }
    for command in ChatCommand.allCases where command != .admin {
      #expect(await office.reply(to: command, from: office.asking(stranger)).screen == waiting)
    }
    #expect(await office.reply(toText: "когда?", from: office.asking(stranger)).screen == waiting)
    #expect(office.office.employee(linkedTo: stranger) == nil)
    try await decide(office) { .approveRegistration($0) }
    #expect(office.screen(.menu, for: stranger).caption.html.hasPrefix("<b>Ёлкин Пётр</b>"))
  }

  @Test("asking twice, by a second tap or a redelivery, asks once")
  func twice() async throws {
    let office = try TestOffice(registration: .approval)
    _ = await ask(office, for: petr, typing: "елк", by: stranger, 1)
    let waiting = office.screen(.menu, for: stranger)
    for request in [1, 2] as [Int64] {
      // The screen that waits for a name is gone by then.
      let again = await office.reply(to: .register(petr), from: office.asking(stranger, request))
      #expect(again.toast == "Уже обработано.")
      #expect(again.screen == waiting.saying("Уже обработано."))
    }
    #expect(office.office.requests.count == 1)
  }

  @Test("another name can be chosen while one waits, and after a refusal; the one that was refused cannot")
  func another() async throws {
    let office = try TestOffice(registration: .approval)
    _ = await ask(office, for: petr, typing: "елк", by: stranger, 1)
    _ = await ask(office, for: pavel, typing: "пав", by: stranger, 2)
    #expect(office.office.requests.values.map(\.employee) == [pavel])
    #expect(office.screen(.menu, for: stranger).caption.html.hasPrefix("<b>Еремеев Павел</b>"))
    try await decide(office) { .refuseRegistration($0) }
    #expect(office.screen(.menu, for: stranger).awaits == .name(typed: ""))
    let refused = await ask(office, for: pavel, typing: "пав", by: stranger, 3)
    #expect(
      refused.toast
        == "Заявка на это имя отклонена. Отправить её снова можно ср 25 ноября после 10:00. Если это ошибка, скажите администратору."
    )
    let reply = await ask(office, for: petr, typing: "елк", by: stranger, 4)
    #expect(reply.toast == "Заявка отправлена.")
    let fourth = await ask(office, for: Employee.ID(rawValue: 2), typing: "орлов", by: stranger, 5)
    #expect(
      fourth.toast == "За сутки можно отправить не больше 3 заявок. Следующую — ср 25 ноября после 10:00.")
    #expect(office.office.requests.values.map(\.employee) == [petr])
  }

  @Test("a request reserves nothing, and a name that is given looks to others as one that is free")
  func rivals() async throws {
    let office = try TestOffice(registration: .approval)
    let rival = AccountID(rawValue: 901)
    _ = await ask(office, for: petr, typing: "елк", by: stranger, 1)
    let name = office.screen(.name(petr), for: rival, entry: .name(typed: "елк"))
    try await decide(office) { .approveRegistration($0) }
    #expect(office.screen(.name(petr), for: rival, entry: .name(typed: "елк")) == name)
    let reply = await ask(office, for: petr, typing: "елк", by: rival, 2)
    #expect(reply.toast == "Заявка отправлена.")
    try await decide(office) { .approveRegistration($0) }
    #expect(office.office.employee(linkedTo: rival)?.id == petr)
    #expect(office.office.employee(linkedTo: stranger) == nil)
  }

  @Test("no tap and no text tells a stranger which of two names is taken")
  func takenOrFree() async throws {
    // The same office twice, in which a name is taken and in which it is not.
    let taken = try TestOffice(registration: .approval)
    let free = try TestOffice(registration: .approval)
    _ = try await free.state.perform(.unlink(Employee.ID(rawValue: 1)), by: .bot)
    for prefix in 0..."Смирнова Анна".count {
      let typed = String("Смирнова Анна".prefix(prefix))
      for entry in [nil, .name(typed: typed)] as [TextEntry?] {
        let texts = await [taken, free].asyncMap {
          await $0.reply(toText: typed, from: $0.asking(stranger, 1_000 + Int64(prefix), entry: entry))
        }
        #expect(texts[0] == texts[1], "\(typed)")
        for id in 0...6 as ClosedRange<Int64> {
          for button in [
            .open(Trail(.name(Employee.ID(rawValue: id)))),
            .open(Trail(.names(page: 0)).to(.name(Employee.ID(rawValue: id)))),
            .open(Trail(.colleague(Employee.ID(rawValue: id)))), .open(Trail(.names(page: Int(id)))),
          ] as [Button] {
            let replies = await [taken, free].asyncMap {
              await $0.reply(to: button, from: $0.asking(stranger, entry: entry))
            }
            #expect(replies[0] == replies[1], "\(typed) \(button)")
          }
        }
      }
    }
    // «Да, это я», each time by another account.
    var account: Int64 = 5_000
    for typed in ["", "см", "сми", "смирнова", "елк"] {
      for id in 0...6 as ClosedRange<Int64> {
        account += 1
        let replies = await [taken, free].asyncMap { office in
          await ask(
            office, for: Employee.ID(rawValue: id), typing: typed, by: AccountID(rawValue: account), account)
        }
        #expect(replies[0] == replies[1], "\(typed) \(id)")
        #expect(replies[0].toast?.contains("занят") == false)
      }
    }
  }

  @Test("a name that one did not find by its letters is not named, whatever the button says")
  func madeUp() async throws {
    let office = try TestOffice(registration: .approval)
    for typed in ["", "ел", "пав"] {
      let reply = await ask(office, for: petr, typing: typed, by: stranger, 1)
      #expect(reply.toast == "Такого имени среди найденных нет. Напишите часть своего имени.")
      #expect(reply.screen?.text.contains("Ёлкин") == false)
      let name = office.screen(.name(petr), for: stranger, entry: .name(typed: typed))
      #expect(!name.text.contains("Ёлкин"))
    }
    #expect(office.office.requests.isEmpty)
  }

  @Test("when the disk is full nothing is asked, and the person is told to try again")
  func notSaved() async throws {
    let office = try TestOffice(registration: .approval)
    office.storage.fail()
    let reply = await ask(office, for: petr, typing: "елк", by: stranger, 1)
    #expect(reply.toast == "Не получилось сохранить, ничего не изменилось. Попробуйте ещё раз чуть позже.")
    try reply.screen?.expectSound()
    #expect(office.office.requests.isEmpty)
  }
}
