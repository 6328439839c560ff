import Foundation
import Sandbox
import Testing

@Suite("Lists of names that an admin sends", .timeLimit(.minutes(30)))
struct DocumentTests {
  private func adding(_ bot: BotUnderTest) async throws -> Person {
    let admin = try await bot.managing()
    try await admin.taps("Сотрудники", sees: "4 имени")
    try await admin.taps("Добавить", sees: "Кого добавить?")
    return admin
  }

  @Test("Five files at once have five reports that stay, and the list has everybody")
  func five() async throws {
    try await BotUnderTest.journey { bot in
      let admin = try await adding(bot)
      for number in 1...5 {
        let names = "Новый Первый\(number)\nНовый Второй\(number)"
        try await admin.send(document: Data(names.utf8), name: "list\(number).csv")
      }
      func reports() async throws -> [String] {
        try await admin.chat.messages.filter { $0.isFromBot && $0.text.contains("Добавлено: 2") }.map(\.text)
      }
      try await bot.waits(for: "five reports") { try await reports().count == 5 }
      for number in 1...5 { #expect(try await reports()[number - 1].contains("list\(number).csv")) }
      try await admin.seesButtonsOnNewestOnly()
      // The next screen replaces none of them.
      try await admin.taps("‹ Назад", sees: "14 имён")
      #expect(try await reports().count == 5)
      #expect(try bot.stored().journal["employee added"] == 14)
    }
  }

  @Test("A Bot API server of one's own in local mode gives a path on the disk, and the file is read there")
  func localMode() async throws {
    var setup = OfficeSetup()
    let folder = FileManager.default.temporaryDirectory.appending(path: "local-api-\(UUID().uuidString)")
    setup.telegram.localFiles = folder
    defer { try? FileManager.default.removeItem(at: folder) }
    try await BotUnderTest.journey(in: setup) { bot in
      let admin = try await adding(bot)
      try await admin.send(document: Data("Новикова Дарья".utf8), name: "имена 1.csv")
      try await admin.sees("Добавлено: 1")
    }
  }

  @Test("A document that cannot be fetched is not called too big")
  func notFetched() async throws {
    try await BotUnderTest.journey { bot in
      let admin = try await adding(bot)
      bot.sandbox.faults.switchOn(Fault(.reset, method: "getFile"))
      try await admin.send(document: Data("Новикова Дарья".utf8), name: "a.csv")
      try await admin.sees("Telegram сейчас не отдаёт файл")
      bot.sandbox.faults.switchOff()
      bot.sandbox.faults.switchOn(Fault(.tooManyRequests(retryAfter: 2), method: "getFile", times: 1))
      try await admin.send(document: Data("Новикова Дарья".utf8), name: "b.csv")
      try await admin.sees("Добавлено: 1")
      try await admin.send(document: Data(count: 4_000_001), name: "c.csv")
      try await admin.sees("Файл слишком большой")
    }
  }
}
