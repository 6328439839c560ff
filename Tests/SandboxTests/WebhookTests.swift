import Foundation
import Sandbox
import Testing

@Suite("The sandbox's webhook")
struct WebhookTests {
  @Test("Telegram's own servers want https, and a secret of the letters they allow")
  func strict() async throws {
    var settings = standing()
    settings.allowsPlainWebhooks = false
    try await withSandbox(settings) { _, bot, _ async throws in
      #expect(
        try await bot.call("setWebhook", ["url": "http://example.org/hook"]).refusal
          == "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
      #expect(
        try await bot.call("setWebhook", ["url": "https://example.org/hook", "secret_token": "a b"]).refusal
          == "400 Bad Request: secret token contains unallowed characters")
      try await bot.result("setWebhook", ["url": "https://example.org/hook", "secret_token": "a-b"])
      #expect(try await bot.result("getWebhookInfo")["url"] == "https://example.org/hook")
      try await bot.result("deleteWebhook")
      #expect(try await bot.result("getWebhookInfo")["url"] == "")
    }
  }

  @Test("What nobody takes waits, and getWebhookInfo says what went wrong")
  func refused() async throws {
    try await withSandbox(standing()) { sandbox, bot, anna async throws in
      // The sandbox itself takes no such delivery.
      try await bot.result("setWebhook", ["url": .string("\(try await sandbox.url)/nobody")])
      try await anna.write("кому?")
      let deadline = ContinuousClock.now + .seconds(60)
      while try await bot.result("getWebhookInfo")["last_error_message"] == nil,
        ContinuousClock.now < deadline
      {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(
        try await bot.result("getWebhookInfo")["last_error_message"]?.string?.hasPrefix("Wrong response")
          == true)
      try await bot.result("deleteWebhook")
      #expect(try await bot.updates().last?["message"]?["text"] == "кому?")
    }
  }
}
