import Foundation
import Testing

@testable import OfficeActor

@Suite("How an account calls itself")
struct AccountProfileTests {
  private static let account = AccountID(rawValue: 500)
  private static let zalgo = "З" + String(repeating: "\u{0301}\u{0489}\u{0316}", count: 40) + "л"

  @Test(
    "is one readable line, whatever it is",
    arguments: [
      ("Вера К.", "Вера К."), ("  Вера \t К.  ", "Вера К."), ("Вера\nПринять: да", "Вера Принять: да"),
      ("\u{202E}аВ\u{202C}", "аВ"), ("\u{2066}Вера\u{2069}\u{200F}", "Вера"),
      ("В\u{200B}е\u{2060}ра", "Вера"),
      ("Вера\u{0000}\u{0007}", "Вера"), ("И\u{0306}ван", "Йван"), ("\u{0301}\u{0489}", ""), ("\u{3164}", ""),
      ("<b>Вера</b>", "<b>Вера</b>"), ("Вера 🌸", "Вера 🌸"), ("ورا", "ورا"),
      (zalgo, "З\u{0301}\u{0489}л"),
      (String(repeating: "Ж", count: 65), String(repeating: "Ж", count: 63) + "…"), ("", ""),
    ])
  func cleaned(raw: String, name: String) throws {
    let profile = AccountProfile(id: Self.account, name: raw)
    #expect(profile.name == name)
    #expect(AccountProfile(id: Self.account, name: profile.name) == profile)
    #expect(profile.name.unicodeScalars.count <= AccountProfile.nameCodePointsMax)
    let again = try JSONDecoder().decode(AccountProfile.self, from: JSONEncoder().encode(profile))
    #expect(again == profile)
  }

  @Test("has a username only if it is one")
  func usernames() {
    func username(_ text: String?) -> String? {
      AccountProfile(id: Self.account, name: "Вера", username: text).username
    }
    #expect(username("vera_K1") == "vera_K1")
    for wrong in [nil, "", "вера", "ve ra", "<b>", "@vera", String(repeating: "v", count: 33)] {
      #expect(username(wrong) == nil)
    }
  }

  private func office() throws -> Office {
    var rules = OfficeRules.sample
    rules.registration = .approval
    return try Office(rules: rules, seats: [], records: Office.sample().records)
  }

  private func profile(_ account: Int64, _ name: String) -> AccountProfile {
    AccountProfile(id: AccountID(rawValue: account), name: name)
  }

  @Test("is known from the request to the end of the link, and not beyond")
  func kept() throws {
    var office = try office()
    func perform(_ step: Step) throws {
      _ = try office.perform(step.command, by: step.principal, at: step.now)
    }
    #expect(!office.isNews(profile(500, "Кто-то")), "of a stranger who asks for nothing")
    try perform(Person.stranger.asks(for: 3, profile: profile(500, "Вера")))
    #expect(office.profiles.values.map(\.name) == ["Вера"])
    try perform(Person.stranger.does(.noteProfile(profile(500, "Вера К."))))
    #expect(office.profiles.values.map(\.name) == ["Вера К."])
    _ = office.takeChanges()
    try perform(Person.stranger.does(.noteProfile(profile(500, "Вера К."))))
    #expect(office.takeChanges().isEmpty)
    try perform(Person.admin.does(.approveRegistration(1)))
    #expect(office.profiles.values.map(\.name) == ["Вера К."])
    try perform(Person.admin.does(.unlink(3)))
    #expect(
      office.profiles.values.map(\.name) == ["Вера К."], "what is still to be said is said in her language")
    try tellEverybody(in: &office)
    #expect(office.profiles.isEmpty)
  }

  @Test("is forgotten when the request is refused, or the name removed; nobody speaks for another account")
  func forgotten() throws {
    var office = try office()
    func perform(_ step: Step) throws {
      _ = try office.perform(step.command, by: step.principal, at: step.now)
    }
    try perform(Person.stranger.asks(for: 3, profile: profile(101, "Не Анна")))
    #expect(office.profiles.isEmpty)
    try perform(Person.stranger.does(.noteProfile(profile(500, "Вера"))))
    try perform(Person.admin.does(.refuseRegistration(1)))
    try tellEverybody(in: &office)
    #expect(office.profiles.isEmpty)
    try perform(Person.anna.does(.noteProfile(profile(101, "Анна"))))
    try perform(Person.admin.does(.removeEmployee(1)))
    try tellEverybody(in: &office)
    #expect(office.profiles.isEmpty)
  }

  @Test("is forgotten when what is owed to the account cannot be delivered")
  func undeliverable() throws {
    var office = try office()
    _ = try office.take(Person.stranger.asks(for: 3, profile: profile(500, "Вера")))
    _ = try office.take(Person.admin.does(.refuseRegistration(1)))
    let owed = try #require(office.notices.values.first { $0.recipient == .account(Self.account) })
    #expect(office.profiles.count == 1)
    _ = try office.perform(
      .settle(owed.id, .undeliverable(to: Self.account, reason: .blocked)), by: .bot, at: .noon)
    #expect(office.profiles.isEmpty)
  }

  /// Delivers every notice to the account that it is for.
  private func tellEverybody(in office: inout Office) throws {
    for notice in office.notices.values.sorted(by: { $0.id < $1.id }) {
      guard let account = office.account(of: notice) else { continue }
      let settled = Command.settle(notice.id, .delivered(to: account, message: 1))
      _ = try office.perform(settled, by: .bot, at: .noon)
    }
  }
}
