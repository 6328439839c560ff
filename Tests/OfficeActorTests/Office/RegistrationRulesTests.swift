import Foundation
import Testing

@testable import OfficeActor

@Suite("Who acts for which name")
struct RegistrationRulesTests {
  @Test("is decided by the mode of registration", arguments: modes)
  func registrationModes(rule: Rule) throws { try rule.check() }

  @Test("is decided by an admin who is asked", arguments: requests)
  func registrationRequests(rule: Rule) throws { try rule.check() }

  @Test("ends by unlinking, renaming and removing", arguments: names)
  func unlinkingRenamingRemoving(rule: Rule) throws { try rule.check() }

  // swift-format-ignore
  private static let modes: [Rule] = [
    Rule("open", when: Person.vera.registers(as: 3), then: .tells("registered vera"), owes: "chief: registered vera", "admin: registered vera"),
    Rule("group, no member", in: group, when: Person.vera.registers(as: 3), then: .no(.registrationNotOpen(.group))),
    Rule("group, by the link", in: group, when: Person.vera.registers(as: 3, .invited), then: .no(.registrationNotOpen(.group))),
    Rule("group, a member", in: group, when: Person.vera.registers(as: 3, .groupMember), then: .tells("registered vera"), owes: "chief: registered vera", "admin: registered vera"),
    Rule("group, an admin", in: group, when: Person.admin.registers(as: 3), then: .tells("registered vera"), owes: "chief: registered vera"),
    Rule("invite, without the link", in: invite, when: Person.vera.registers(as: 3), then: .no(.registrationNotOpen(.invite))),
    Rule("invite, a member", in: invite, when: Person.vera.registers(as: 3, .groupMember), then: .no(.registrationNotOpen(.invite))),
    Rule("invite, by the link", in: invite, when: Person.vera.registers(as: 3, .invited), then: .tells("registered vera"), owes: "chief: registered vera", "admin: registered vera"),
    Rule("registered already, whatever is missing", in: group, when: Person.anna.registers(as: 3), then: .no(.alreadyRegistered(as: 1))),
    Rule("approval, at once", in: approval, when: Person.vera.registers(as: 3, .invited), then: .no(.registrationNotOpen(.approval))),
    Rule("approval, an admin", in: approval, when: Person.admin.registers(as: 3), then: .tells("registered vera")),
    Rule("approval, one's own name again", in: approval, when: Person.anna.registers(as: 1), then: .alreadySo),
    Rule("a request where none is needed", when: vera, then: .no(.registrationNotOpen(.open))),
  ]

  // swift-format-ignore
  private static let requests: [Rule] = [
    Rule("asking", in: approval, when: vera, then: .tells("registration requested vera"), owes: "chief: request 1", "admin: request 1"),
    Rule("asking twice", in: approval, given: [vera], when: vera, then: .alreadySo),
    Rule("asking for another name withdraws the first", in: approval, given: [freeGleb, vera], when: Person.vera.asks(for: 5), then: .tells("registration requested gleb"), owes: "chief: request 2", "admin: request 2"),
    Rule("what was withdrawn cannot be approved", in: approval, given: [freeGleb, vera, Person.vera.asks(for: 5)], when: Person.admin.does(.approveRegistration(1)), then: .no(.requestGone(1))),
    Rule("asking for a taken name is like asking for a free one", in: approval, when: Person.vera.asks(for: 1), then: .tells("registration requested anna"), owes: "chief: request 1", "admin: request 1"),
    Rule("asking for a name by three of its letters", in: approval, when: Person.vera.asks(for: 3, typing: "отО"), then: .tells("registration requested vera"), owes: "chief: request 1", "admin: request 1"),
    Rule("asking for a name by two of its letters", in: approval, when: Person.vera.asks(for: 3, typing: "ко"), then: .no(.nameNotFound)),
    Rule("asking for a name by letters of another", in: approval, when: Person.vera.asks(for: 3, typing: "гусев"), then: .no(.nameNotFound)),
    Rule("asking for a taken name by two of its letters", in: approval, when: Person.vera.asks(for: 1, typing: "см"), then: .no(.nameNotFound)),
    Rule("asking for a taken name by letters of another", in: approval, when: Person.vera.asks(for: 1, typing: "гусев"), then: .no(.nameNotFound)),
    Rule("asking for no name", in: approval, when: Person.vera.asks(for: 9), then: .no(.nameNotFound)),
    Rule("asking when one has a name", in: approval, when: Person.anna.asks(for: 3), then: .no(.alreadyRegistered(as: 1))),
    Rule("asking reserves nothing, and the other request is shown again", in: approval, given: [vera], when: Person.stranger.asks(for: 3), then: .tells("registration requested vera"), owes: "chief: request 2", "admin: request 2", "chief: request 1", "admin: request 1"),
    Rule("asking gives nothing", in: approval, given: [vera], when: Person.vera.books("1", .today), then: .no(.notRegistered)),
    Rule("approved", in: approval, given: [vera], when: Person.admin.does(.approveRegistration(1)), then: .tells("registered vera"), owes: "vera: approved"),
    Rule("approved: the others are refused", in: approval, given: [vera, Person.stranger.asks(for: 3)], when: Person.admin.does(.approveRegistration(2)), then: .tells("registered vera", "registration refused vera"), owes: "vera: refused Котова Вера", "stranger: approved"),
    Rule("approved for a name that is taken: the account before is unlinked", in: approval, given: [Person.stranger.asks(for: 1)], when: Person.admin.does(.approveRegistration(1)), then: .tells("unlinked anna", "registered anna"), owes: "anna: unlinked Смирнова Анна", "stranger: approved"),
    Rule("approved for a name that is taken: the account before may ask again", in: approval, given: [Person.stranger.asks(for: 1), Person.admin.does(.approveRegistration(1))], when: Person.anna.asks(for: 1), then: .tells("registration requested anna"), owes: "chief: request 2", "admin: request 2"),
    Rule("approved twice", in: approval, given: [vera, Person.admin.does(.approveRegistration(1))], when: Person.chief.does(.approveRegistration(1)), then: .no(.requestGone(1))),
    Rule("approved by an employee", in: approval, given: [vera], when: Person.anna.does(.approveRegistration(1)), then: .no(.adminsOnly)),
    Rule("approved by oneself", in: approval, given: [vera], when: Person.vera.does(.approveRegistration(1)), then: .no(.adminsOnly)),
    Rule("refused", in: approval, given: [vera], when: Person.admin.does(.refuseRegistration(1)), then: .tells("registration refused vera"), owes: "vera: refused Котова Вера"),
    Rule("refused after approval", in: approval, given: [vera, Person.admin.does(.approveRegistration(1))], when: Person.admin.does(.refuseRegistration(1)), then: .no(.requestGone(1))),
    Rule("refused, and asked for again", in: approval, given: [vera, refused], when: Person.vera.asks(for: 3, at: .noon + 86_399), then: .no(.requestRefused(until: .noon + 86_400))),
    Rule("refused, and asked for by somebody else", in: approval, given: [vera, refused], when: Person.stranger.asks(for: 3), then: .tells("registration requested vera"), owes: "chief: request 2", "admin: request 2"),
    Rule("refused, and asked for again a day later", in: approval, given: [vera, refused], when: Person.vera.asks(for: 3, at: .noon + 86_400), then: .tells("registration requested vera"), owes: "chief: request 2", "admin: request 2"),
    Rule("refused, and the name was put on the list anew", in: approval, given: [vera, refused, Person.admin.does(.removeEmployee(3)), Person.admin.adds("котова  вера")], when: Person.vera.does(.requestRegistration(as: 10, typing: "котова")), then: .no(.requestRefused(until: .noon + 86_400))),
    Rule("the name was removed while one waited, and put on the list anew", in: approval, given: [vera, Person.admin.does(.removeEmployee(3)), Person.admin.adds("Котова Вера")], when: Person.vera.does(.requestRegistration(as: 10, typing: "котова")), then: .tells("registration requested 10"), owes: "chief: request 2", "admin: request 2"),
    Rule("given to somebody else, which is like being refused", in: approval, given: [vera, Person.stranger.asks(for: 3), Person.admin.does(.approveRegistration(2))], when: Person.vera.asks(for: 3), then: .no(.requestRefused(until: .noon + 86_400))),
    Rule("a fourth request in a day", in: approval, given: [vera, Person.vera.asks(for: 5, at: .noon + 60), Person.vera.asks(for: 1, at: .noon + 120)], when: Person.vera.asks(for: 3, at: .noon + 180), then: .no(.requestsUsedUp(max: 3, until: .noon + 86_400))),
    Rule("a fourth request a day after the first", in: approval, given: [vera, Person.vera.asks(for: 5, at: .noon + 60), Person.vera.asks(for: 1, at: .noon + 120)], when: Person.vera.asks(for: 3, at: .noon + 86_400), then: .tells("registration requested vera"), owes: "chief: request 4", "admin: request 4"),
    Rule("asking twice is one request", in: approval, given: [vera, Person.vera.asks(for: 5), Person.vera.asks(for: 1)], when: Person.vera.asks(for: 1), then: .alreadySo),
    Rule("more requests a day where configuration says so", in: approval.with(\.requestsPerDay, 4), given: [vera, Person.vera.asks(for: 5), Person.vera.asks(for: 1)], when: Person.vera.asks(for: 3), then: .tells("registration requested vera"), owes: "chief: request 4", "admin: request 4"),
    Rule("one request a day where configuration says so", in: approval.with(\.requestsPerDay, 1), given: [vera], when: Person.vera.asks(for: 5), then: .no(.requestsUsedUp(max: 1, until: .noon + 86_400))),
    Rule("the name is removed meanwhile", in: approval, given: [vera], when: Person.admin.does(.removeEmployee(3)), then: .tells("employee removed vera", "registration refused vera"), owes: "vera: refused Котова Вера"),
    Rule("an admin takes the name meanwhile", in: approval, given: [vera], when: Person.admin.registers(as: 3), then: .tells("registered vera", "registration refused vera"), owes: "vera: refused Котова Вера"),
  ]

  // swift-format-ignore
  private static let names: [Rule] = [
    Rule("unlinked by an admin", when: Person.admin.does(.unlink(1)), then: .tells("unlinked anna"), owes: "anna: unlinked Смирнова Анна"),
    Rule("unlinked by the bot, for the group", when: Person.bot.does(.unlink(1)), then: .tells("unlinked anna"), owes: "anna: unlinked Смирнова Анна, left the group"),
    Rule("unlinked twice", given: [Person.admin.does(.unlink(1))], when: Person.admin.does(.unlink(1)), then: .alreadySo),
    Rule("nobody is unlinked", when: Person.admin.does(.unlink(9)), then: .no(.employeeUnknown(9))),
    Rule("unlinked from the account that was meant", when: Person.admin.does(.unlink(1, from: anna)), then: .tells("unlinked anna"), owes: "anna: unlinked Смирнова Анна"),
    Rule("unlinked from the account that was meant, twice", given: [Person.admin.does(.unlink(1))], when: Person.admin.does(.unlink(1, from: anna)), then: .alreadySo),
    Rule("not from another account that is linked by now", given: [Person.admin.does(.unlink(1)), Person.stranger.registers(as: 1)], when: Person.admin.does(.unlink(1, from: anna)), then: .no(.linkedToAnother(1))),
    Rule("what was booked stays with the name", given: [Person.anna.books("1", .today), Person.admin.does(.unlink(1))], when: Person.boris.books("1", .today), then: .no(.seatTaken("1", on: .today, by: 1))),
    Rule("the account may take another name", given: [Person.admin.does(.unlink(1))], when: Person.anna.registers(as: 3), then: .tells("registered vera"), owes: "chief: registered vera", "admin: registered vera"),
    Rule("another account may take the name, with its bookings", given: [Person.anna.books("1", .today), Person.admin.does(.unlink(1)), Person.stranger.registers(as: 1)], when: Person.stranger.cancels(1), then: .tells("cancelled #1 at 1")),
    Rule("renamed", when: Person.admin.does(.rename(1, to: name("Смирнова-Котова Анна"))), then: .tells("renamed anna")),
    Rule("renamed in other letters", when: Person.admin.does(.rename(1, to: name("СМИРНОВА анна"))), then: .tells("renamed anna")),
    Rule("renamed to the same", when: Person.admin.does(.rename(1, to: name("Смирнова Анна"))), then: .alreadySo),
    Rule("renamed to another's name", when: Person.admin.does(.rename(1, to: name("волков БОРИС"))), then: .no(.nameExists(2))),
    Rule("nobody is renamed", when: Person.admin.does(.rename(9, to: name("Новое Имя"))), then: .no(.employeeUnknown(9))),
    Rule("removed, with what is booked from today on", given: [Person.anna.books("1", .yesterday, at: .eve), Person.anna.books("1", .today), Person.anna.invites("Гость", "2", .tomorrow)], when: Person.admin.does(.removeEmployee(1)), then: .tells("employee removed anna", "cancelled #2 at 1", "cancelled #3 at 2"), owes: "anna: removed Смирнова Анна"),
    Rule("removed without Telegram", when: Person.admin.does(.removeEmployee(3)), then: .tells("employee removed vera")),
    Rule("removed twice", given: [Person.admin.does(.removeEmployee(1))], when: Person.admin.does(.removeEmployee(1)), then: .no(.employeeUnknown(1))),
    Rule("removed twice, with past bookings", given: [Person.anna.books("1", .yesterday, at: .eve), Person.admin.does(.removeEmployee(1))], when: Person.admin.does(.removeEmployee(1)), then: .no(.employeeUnknown(1))),
    Rule("removed, and the name is free for somebody else", given: [Person.anna.books("1", .yesterday, at: .eve), Person.admin.does(.removeEmployee(1))], when: Person.admin.adds("Смирнова Анна"), then: .tells("employee added 10")),
    Rule("removed, and nobody registers", given: [Person.anna.books("1", .yesterday, at: .eve), Person.admin.does(.removeEmployee(1))], when: Person.stranger.registers(as: 1), then: .no(.employeeUnknown(1))),
    Rule("removed, and nothing can be done", given: [Person.admin.does(.removeEmployee(1))], when: Person.anna.books("1", .today), then: .no(.notRegistered)),
  ]

  @Test("is told to admins for ten minutes at once")
  func gathering() throws {
    var office = try Office.sample()
    _ = try office.perform(.addEmployees([Self.name("Новое Имя")]), by: .bot, at: .noon)
    _ = try office.perform(.register(as: 3), by: Person.vera.principal, at: .noon)
    _ = try office.perform(.register(as: 10), by: Person.stranger.principal, at: .noon + 599)
    #expect(office.noticesDue(at: .noon + 599) == [])
    let told = office.noticesDue(at: .noon + 600)
    #expect(told.map(\.content) == [.registered([3, 10]), .registered([3, 10])])
    #expect(office.nextNoticeDue(after: .noon) == .noon + 600)
    _ = try office.perform(.unlink(3), by: .bot, at: .noon + 700)
    _ = try office.perform(.register(as: 3), by: Person.vera.principal, at: .noon + 700)
    #expect(office.notices.values.filter { $0.content == .registered([3]) }.count == 2)
  }

  @Test("is asked by so many at the most, and whoever waits may still change their mind")
  func boundOfRequests() throws {
    var rules = OfficeRules.sample
    rules.registration = .approval
    var office = try Office(rules: rules, seats: [], records: Office.sample().records)
    _ = try office.perform(.unlink(5), by: .bot, at: .noon)
    for account in 1...Int64(Office.requestsMax) {
      _ = try office.perform(
        .requestRegistration(as: 3, typing: "котова"), by: .person(AccountID(rawValue: 10_000 + account)),
        at: .noon)
    }
    #expect(throws: Rejection.tooManyRequests) {
      try office.perform(
        .requestRegistration(as: 3, typing: "котова"), by: Person.stranger.principal, at: .noon)
    }
    let waiting = Principal.person(AccountID(rawValue: 10_001))
    #expect(
      try office.perform(.requestRegistration(as: 5, typing: "гусев"), by: waiting, at: .noon).count == 1)
    // Each admin is told of the first few one by one, and of all others at once.
    let told = Dictionary(grouping: office.noticesDue(at: .noon), by: \.recipient).values
    #expect(told.map(\.count).allSatisfy { $0 <= 2 * Office.requestsShownMax + 2 })
    // Refusing them makes room for nobody on the same day, or one person could fill the journal.
    for request in office.requests.keys {
      _ = try office.perform(.refuseRegistration(request), by: Person.admin.principal, at: .noon)
    }
    #expect(throws: Rejection.tooManyRequests) {
      try office.perform(
        .requestRegistration(as: 3, typing: "котова"), by: Person.stranger.principal, at: .noon + 86_399)
    }
    #expect(
      try office.perform(
        .requestRegistration(as: 3, typing: "котова"), by: Person.stranger.principal, at: .noon + 86_400
      ).count == 1)
  }

  @Test("tells each admin when it closes, once a day and not for every attempt, over a restart too")
  func toldOfClosing() throws {
    var rules = OfficeRules.sample
    rules.registration = .approval
    var office = try Office(rules: rules, seats: [], records: Office.sample().records)
    func ask(_ account: Int64, at moment: Date) throws {
      _ = try office.perform(
        .requestRegistration(as: 3, typing: "котова"), by: .person(AccountID(rawValue: account)), at: moment)
    }
    func told(at moment: Date) -> [Notice] {
      office.noticesDue(at: moment).filter { $0.content == .approvalClosed }
    }
    func deliver(at moment: Date) throws {
      for (number, notice) in told(at: moment).enumerated() {
        guard case .account(let admin) = notice.recipient else { continue }
        _ = try office.perform(
          .settle(notice.id, .delivered(to: admin, message: Int64(number))), by: .bot, at: moment)
      }
    }
    for number in 1..<Int64(Office.requestsMax) { try ask(10_000 + number, at: .noon + TimeInterval(number)) }
    #expect(told(at: .noon + 2_000) == [])
    try ask(20_000, at: .noon + 2_000)
    #expect(Set(told(at: .noon + 2_000).map(\.recipient)) == Set(rules.admins.map { .account($0) }))
    for number in 0...9 as ClosedRange<Int64> {
      #expect(throws: Rejection.tooManyRequests) { try ask(30_000 + number, at: .noon + 2_001) }
    }
    #expect(told(at: .noon + 2_001).count == rules.admins.count)
    try deliver(at: .noon + 2_001)
    office = try Office(rules: rules, seats: [], records: office.records)

    // Accepting somebody makes room, and the next stranger takes it: admins were told of that flood already.
    let first = try #require(office.requests.keys.min())
    _ = try office.perform(.approveRegistration(first), by: Person.admin.principal, at: .noon + 2_002)
    for number in 0...9 as ClosedRange<Int64> { try? ask(40_000 + number, at: .noon + 2_003) }
    #expect(told(at: .noon + 2_003) == [])
  }

  @Test("is told of only while it is closed, and again when it closes a day later")
  func toldOfClosingAgain() throws {
    var rules = OfficeRules.sample
    rules.registration = .approval
    var office = try Office(rules: rules, seats: [], records: Office.sample().records)
    for day in [0, 1] as [Int64] {
      let moment = Date.noon + TimeInterval(day) * 86_400
      for number in 1...Int64(Office.requestsMax) {
        let account = AccountID(rawValue: (day + 1) * 10_000 + number)
        _ = try office.perform(
          .requestRegistration(as: 3, typing: "котова"), by: .person(account), at: moment)
        let request = try #require(office.request(of: account))
        _ = try office.perform(.refuseRegistration(request.id), by: Person.admin.principal, at: moment)
      }
      let told = office.noticesDue(at: moment).filter { $0.content == .approvalClosed }
      #expect(told.count == rules.admins.count)
      for notice in told {
        guard case .account(let admin) = notice.recipient else { continue }
        #expect(office.sense(of: notice, at: moment) == .deliver(to: admin))
        #expect(
          office.sense(of: notice, at: moment + 86_400)
            == .drop(reason: "there is room for requests again"))
        _ = try office.perform(
          .settle(notice.id, .delivered(to: admin, message: 7)), by: .bot, at: moment)
      }
    }
  }

  @Test("keeps the name that was refused, though it is taken off the list, as long as the refusal holds")
  func refusedName() throws {
    var rules = OfficeRules.sample
    rules.registration = .approval
    var office = try Office(rules: rules, seats: [], records: Office.sample().records)
    for step in [Self.vera, Self.refused, Person.admin.does(.removeEmployee(3))] { _ = try office.take(step) }
    #expect(office.employees[3]?.isRemoved == true)
    _ = try office.perform(.forgetRequests(settledBefore: .noon), by: .bot, at: .noon + 86_400)
    #expect(office.employees[3]?.isRemoved == true)
    _ = try office.perform(.forgetRequests(settledBefore: .noon + 1), by: .bot, at: .noon + 86_400)
    #expect(office.employees[3] == nil)
  }

  // MARK: Words of the tables

  private static let group = Rule.Setting().with(\.registration, .group)
  private static let invite = Rule.Setting().with(\.registration, .invite)
  private static let approval = Rule.Setting().with(\.registration, .approval)
  private static let vera = Person.vera.asks(for: 3)
  private static let refused = Person.admin.does(.refuseRegistration(1))
  private static let anna = Person.anna.employee?.account
  private static let freeGleb = Person.admin.does(.unlink(5))

  private static func name(_ text: String) -> EmployeeName {
    guard let name = EmployeeName(text) else { preconditionFailure("not a name") }
    return name
  }
}
