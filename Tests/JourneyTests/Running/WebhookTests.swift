import Foundation
import Sandbox
import Testing

@Suite("Updates that Telegram delivers", .timeLimit(.minutes(30)))
struct WebhookTests {
  private static let secret = "a-secret-of-the-tests_0123456789"

  @Test("With a webhook the bot books as with polling, and what came while it was down is handled")
  func journey() async throws {
    let port = try FreePort.find()
    // Polling finds the webhook once, and removes it.
    let refusal =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    try await BotUnderTest.journey(in: Self.setup(port), expecting: .init(refusals: [refusal])) { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.books(5)
      #expect(try await boris.opensDay() != day, "a seat fewer is free")

      // What is not taken is delivered again, in order.
      try await bot.kill()
      try await anna.write("/help")
      try await anna.write("/my")
      try await bot.start()
      try await anna.sees("1 бронь")
      try await bot.handlesEverything()
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])

      #expect(await bot.sandbox.calls.allSatisfy { $0.method != "getUpdates" })
      #expect(try await bot.run(["health"], token: nil).exit == .status(0))
      try await bot.stop()
      // Back to polling: the webhook in the way is removed.
      try bot.folder.write(
        OfficeSetup().configuration(apiURL: try await bot.sandbox.url), to: "config/office.yaml")
      try await bot.start()
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
    }
  }

  @Test("An address with spaces and Cyrillic letters is as good as any")
  func path() async throws {
    let port = try FreePort.find()
    var setup = Self.setup(port)
    setup.telegramKeys = setup.telegramKeys.replacing("/hook", with: "/мой офис/:hook/")
    try await BotUnderTest.journey(in: setup) { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(5)
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
    }
  }

  @Test("Only who knows the secret delivers, to the one address, and not too much at once")
  func strangers() async throws {
    let port = try FreePort.find()
    try await BotUnderTest.journey(in: Self.setup(port)) { bot in
      let anna = try await bot.anna()
      let header = "X-Telegram-Bot-Api-Secret-Token"
      let tap = """
        {"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":\(anna.id),"type":"private"},\
        "from":{"id":\(anna.id),"is_bot":false,"first_name":"А"},"text":"/help"}}
        """
      let before = await bot.sandbox.callsCount
      for headers in [[:], [header: "guessed"], [header: Self.secret + "x"], [header: ""]] {
        #expect(try await Self.deliver(tap, headers, port).status == 401)
      }
      #expect(await bot.sandbox.callsCount == before)
      let right = [header: Self.secret]
      let large = String(repeating: " ", count: 2 << 20)
      #expect(try await Self.deliver(large, right, port).status == 413)
      // It would come again for a day.
      #expect(try await Self.deliver("nonsense", right, port).status == 200)
      #expect(
        try await LocalHTTP.post("http://127.0.0.1:\(port)/elsewhere", tap, headers: right).status == 404)
      #expect(try await Self.deliver(tap, right, port).status == 200)
      try await anna.sees("Место бронируют на день")
    }
  }

  private static func setup(_ port: Int) -> OfficeSetup {
    var setup = OfficeSetup()
    setup.telegramKeys = """
      , updates: webhook, webhook: { url: "http://127.0.0.1:\(port)/hook", listen: "127.0.0.1:\(port)" }
      """
    setup.environment = ["WEBHOOK_SECRET": secret]
    return setup
  }

  private static func deliver(
    _ body: String, _ headers: [String: String], _ port: Int
  ) async throws -> (status: Int, text: String) {
    try await LocalHTTP.post("http://127.0.0.1:\(port)/hook", body, headers: headers)
  }
}
