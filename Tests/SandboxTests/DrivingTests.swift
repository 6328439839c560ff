import Foundation
import Testing

@testable import Sandbox

@Suite("Tests drive people")
struct DrivingTests {
  /// A bot that answers `/start` with a menu, and taps with an edit, until it is cancelled.
  private static func serve(_ bot: TestBot) async throws {
    var offset = 0
    while !Task.isCancelled {
      for update in try await bot.updates(offset: offset, timeout: 20) {
        offset = Int(update["update_id"]?.int ?? 0) + 1
        if let message = update["message"] {
          _ = try await bot.text(
            "Меню", to: message["chat"]?["id"]?.int ?? 0,
            markup: keyboard(("Забронировать", "book"), ("ср 25 · 7", "day")))
        }
        guard let query = update["callback_query"] else { continue }
        try await bot.result(
          "answerCallbackQuery", ["callback_query_id": query["id"] ?? "", "text": "Выбрано"])
        try await bot.result(
          "editMessageText",
          [
            "chat_id": query["message"]?["chat"]?["id"] ?? 0,
            "message_id": query["message"]?["message_id"] ?? 0,
            "text": .string("Нажато: \(query["data"]?.string ?? "")"),
          ])
      }
    }
  }

  @Test("A person starts, taps by label, and sees what comes of it")
  func journey() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await Self.serve(bot) }
        try await anna.sees("Меню")
        let answer = try await anna.tap("ср 25")
        #expect(answer.text == "Выбрано")
        try await anna.sees("Нажато: day")
        #expect(await sandbox.refusals.isEmpty)
        #expect(await sandbox.unansweredTaps.isEmpty)
        group.cancelAll()
      }
    }
  }

  @Test("Whoever waits in vain is told what the chat shows")
  func inVain() async throws {
    try await withSandbox { _, bot, anna async throws in
      _ = try await bot.text("Свободно: 7", to: 501, markup: keyboard(("Назад", "back")))
      let failure = await #expect(throws: SandboxError.self) {
        try await anna.sees("Занято", within: .milliseconds(50))
      }
      #expect(failure?.description.contains("«Занято»") == true)
      #expect(failure?.description.contains("Свободно: 7") == true)
      #expect(failure?.description.contains("[Назад]") == true)
      await #expect(throws: SandboxError.self) { try await anna.tap("Нет такой", within: .milliseconds(50)) }
      await #expect(throws: SandboxError.self) { try await anna.tap("Назад", within: .milliseconds(50)) }
    }
  }

  @Test("A button with a link opens it without asking the bot")
  func links() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let markup: JSON = ["inline_keyboard": [[["text": "План", "url": "https://example.org/plan"]]]]
      _ = try await bot.text("x", to: 501, markup: markup)
      #expect(try await anna.tap("План").url == "https://example.org/plan")
      #expect(await sandbox.unansweredTaps.isEmpty)
    }
  }

  @Test("What people must not lose survives a restart of the sandbox")
  func memory() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let before = try await Sandbox.withRunning { sandbox async throws in
      let anna = await sandbox.person("Анна", id: 501)
      let id = try await anna.pressStart()
      await sandbox.save(to: file)
      return id
    }
    try await Sandbox.withRunning { sandbox async throws in
      let anna = await sandbox.person("Анна", id: 501)
      await sandbox.restore(from: file)
      let bot = try await TestBot(sandbox)
      #expect(try await bot.text("снова", to: 501) > before)
      #expect(try await anna.chat.isStarted)
    }
  }

  @Test("A clock keeps in a file how far it is ahead")
  func clockFile() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("clock-\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    let clock = SandboxClock(file: file)
    #expect(try String(contentsOf: file, encoding: .utf8) == "0\n")
    clock.advance(by: .seconds(3_600))
    #expect(try String(contentsOf: file, encoding: .utf8) == "3600\n")
    #expect(SandboxClock(file: file).ahead == 3_600)
  }

  @Test("A port that is taken is an error, not a wait")
  func takenPort() async throws {
    try await Sandbox.withRunning { sandbox async throws in
      var settings = Settings()
      settings.port = try await sandbox.port
      let second = settings
      await #expect(throws: (any Error).self) { try await Sandbox.withRunning(second) { _ async throws in } }
    }
  }
}
