import Foundation
import GRDB
import Sandbox
import Testing

@Suite("Strangers and two admins", .timeLimit(.minutes(30)))
struct StrangersTests {
  private let wanted = "Белова Вера Павловна"
  private let other = "Крылов Глеб Ильич"
  private let mode = "{ mode: approval, requests_per_day: 3 }"

  private var setup: OfficeSetup { OfficeSetup(admins: [OfficeSetup.admin, 100_200_301]) }

  @Test(
    "Who asks, changes their mind, has rivals or a new phone is one message to each admin, which says what holds"
  )
  func messages() async throws {
    try await BotUnderTest.journey(in: setup, registering: mode) { bot in
      let admins = try await bot.admins()
      let vera = await bot.sandbox.person("Вера", username: "vera_k")
      try await vera.asks(for: wanted, typing: "белова")
      for admin in admins {
        let message = try await admin.seesRequest(saying: ["Вера, @vera_k, id \(vera.id)", wanted])
        #expect(message.labels == [["Принять", "Отклонить"]])
      }

      // A rival, and a change of mind over a restart: the same messages.
      let inga = await bot.newcomer("Инга")
      try await inga.asks(for: wanted, typing: "вера")
      for admin in admins {
        try await admin.seesRequest(saying: ["Вера, @vera_k", "Ещё заявки на это имя", "Инга, id \(inga.id)"])
        try await admin.seesRequest(saying: ["Аккаунт: Инга", "• Вера, @vera_k"])
      }
      try await bot.handlesEverything()
      try await bot.knowsThatAllIsTold()
      try await bot.kill()
      try await bot.start()
      try await vera.taps("Выбрать другое имя", sees: "Напишите своё имя")
      try await vera.writes("крылов", sees: "1 имя")
      try await vera.taps(other, sees: "Это вы?")
      try await vera.taps("Да, это я", sees: "ждёт администратора")
      for admin in admins {
        let message = try await admin.seesRequest(saying: ["Вера, @vera_k", other])
        #expect(!message.text.contains("Ещё заявки"))
        let rival = try await admin.seesRequest(saying: ["Аккаунт: Инга", wanted], without: "Ещё заявки")
        #expect(rival.labels == [["Принять", "Отклонить"]])
        #expect(try await admin.requests.count == 2)
      }

      // One admin decides, on the notice; with the other the buttons go.
      let message = try await admins[0].seesRequest(saying: ["Аккаунт: Инга"])
      try await admins[0].tap("Принять", on: message.id)
      try await inga.sees("вы зарегистрированы")
      let decided = try await admins[1].seesRequest(saying: ["Заявка принята", wanted, "Инга, id \(inga.id)"])
      #expect(decided.labels == [])

      // From a new phone: it looks as to anybody else, and the admins see to whom the name is linked.
      let phone = await bot.newcomer("Инга с телефона")
      try await phone.asks(for: wanted, typing: "белова")
      // Both have it before one decides: what is decided is not told any more.
      let linked = ["Инга с телефона", "Имя уже привязано: Инга, id \(inga.id)"]
      try await admins[0].seesRequest(saying: linked)
      let taken = try await admins[1].seesRequest(saying: linked)
      try await admins[1].tap("Принять", on: taken.id)
      try await phone.sees("вы зарегистрированы")
      try await inga.waits(for: "the word that the account is unlinked") {
        $0.contains("отвязал ваш аккаунт")
      }
      try await admins[0].seesRequest(saying: ["Заявка принята", "Инга с телефона"])
      try await phone.writes("/my", sees: "Броней пока нет")
    }
  }

  @Test("A name that was refused, and a fourth request in a day, wait for the next day, over a restart too")
  func limits() async throws {
    try await BotUnderTest.journey(in: setup, registering: mode) { bot in
      let admins = try await bot.admins()
      let vera = await bot.sandbox.person("Вера", username: "vera_k")
      try await vera.asks(for: wanted, typing: "белова")
      let message = try await admins[0].seesRequest(saying: [wanted])
      try await admins[1].seesRequest(saying: [wanted])
      try await admins[0].tap("Отклонить", on: message.id)
      try await vera.waits(for: "the refusal") { $0.contains("Заявка на имя «\(wanted)» отклонена") }
      try await admins[1].seesRequest(saying: ["Заявка отклонена"])
      try await bot.handlesEverything()
      try await bot.kill()
      try await bot.start()
      try await vera.writes("/start", sees: "Напишите своё имя")
      try await vera.writes("белова", sees: "1 имя")
      try await vera.taps(wanted, sees: "Это вы?")
      let refused = try await vera.tap("Да, это я")
      #expect(refused.text?.contains("Заявка на это имя отклонена") == true)
      for (name, typed) in [(other, "крылов"), ("Волков Борис Андреевич", "волков")] {
        try await vera.writes("/start", sees: "")
        if try await vera.chat.last?.button("Выбрать другое имя") != nil {
          try await vera.taps("Выбрать другое имя", sees: "Напишите своё имя")
        }
        try await vera.writes(typed, sees: "1 имя")
        try await vera.taps(name, sees: "Это вы?")
        try await vera.taps("Да, это я", sees: "ждёт администратора")
      }
      try await vera.taps("Выбрать другое имя", sees: "Напишите своё имя")
      try await vera.writes("смирнова", sees: "1 имя")
      try await vera.taps("Смирнова Анна Сергеевна", sees: "Это вы?")
      let answer = try await vera.tap("Да, это я")
      #expect(answer.text?.contains("не больше 3 заявок") == true)
      #expect(try bot.stored().journal["registration requested"] == 3)
    }
  }

  @Test("Twenty strangers at once are a few messages to each admin, and all wait in «Заявки»")
  func flood() async throws {
    try await BotUnderTest.journey(in: setup, registering: mode) { bot in
      let admins = try await bot.admins()
      for index in 1...20 {
        try await bot.newcomer("Гость \(index)").asks(for: wanted, typing: "белова")
      }
      for admin in admins {
        try await admin.waits(for: "the message that counts them") { $0.contains("20 заявок ждут решения") }
        #expect(try await admin.requests.count == 5)
        #expect(try await admin.chat.messages.count { $0.text.contains("ждут решения") } == 1)
      }
      let message = try await admins[0].seesRequest(saying: ["Аккаунт: Гость 1,"])
      try await admins[0].tap("Принять", on: message.id)
      try await admins[1].waits(for: "all to be decided") { view in
        view.contains("Заявки разобраны") && !view.messages.contains { $0.button("Принять") != nil }
      }
    }
  }
}

extension BotUnderTest {
  /// Both admins of the office, who are no employees.
  fileprivate func admins() async throws -> [Person] {
    var admins: [Person] = []
    for id in setup.admins {
      let admin = await sandbox.person("Админ \(id)", id: id)
      try await admin.pressStart()
      try await admin.sees("Напишите своё имя")
      admins.append(admin)
    }
    return admins
  }

  /// Waits until the office knows that admins have what it owed them: what they see a moment earlier.
  fileprivate func knowsThatAllIsTold() async throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let queue = try DatabaseQueue(
      path: folder.root.appending(path: "data/office.db").path, configuration: configuration)
    defer { try? queue.close() }
    try await waits(for: "the office to know that all is told") {
      try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM notice") == 0 }
    }
  }
}

extension Person {
  /// Presses Start, finds a name by what is typed, and asks for it.
  fileprivate func asks(for name: String, typing typed: String) async throws {
    try await pressStart()
    try await sees("Напишите своё имя")
    try await writes(typed, sees: "1 имя")
    try await taps(name, sees: "Это вы?")
    try await taps("Да, это я", sees: "ждёт администратора")
  }

  /// The messages about requests that this admin has.
  fileprivate var requests: [Message] {
    get async throws { try await chat.messages.filter { $0.isFromBot && $0.text.hasPrefix("Заявка ") } }
  }

  /// Waits until a message about a request says all of that.
  @discardableResult
  fileprivate func seesRequest(saying texts: [String], without absent: String? = nil) async throws -> Message
  {
    let isIt = { @Sendable (message: Message) in
      message.isFromBot && message.text.hasPrefix("Заявка ") && texts.allSatisfy(message.text.contains)
        && !(absent.map(message.text.contains) ?? false)
    }
    let view = try await waits(for: "a request with \(texts)") { $0.messages.contains(where: isIt) }
    return try #require(view.messages.last(where: isIt))
  }
}
