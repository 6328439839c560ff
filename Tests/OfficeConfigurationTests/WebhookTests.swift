import Foundation
import Sockets
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("The webhook's configuration")
struct WebhookTests {
  private static let yaml = """
    admins: [1]
    seats: [{ id: a }]
    telegram:
      updates: webhook
      webhook: { url: "https://bot.example.org/spb", listen: "[::1]:8443" }
    """

  @Test("The address is where Telegram delivers; the secret comes from the environment")
  func values() throws {
    let folder = try TemporaryFolder()
    let secret = "0123456789abcdef"
    let webhook = try #require(
      try folder.load(Self.yaml, environment: ["WEBHOOK_SECRET": secret]).telegram.webhook)
    #expect(webhook.path == WebhookPath(ofRequest: "/spb"))
    #expect(webhook.listen.description == "[::1]:8443")
    #expect(webhook.secret?.value == secret)
    #expect(try folder.load(Self.yaml).telegram.webhook?.secret == nil)
    let mistakes = try folder.mistakes(Self.yaml, environment: ["WEBHOOK_SECRET": "short"])
    #expect(mistakes.count == 1 && mistakes[0].contains("WEBHOOK_SECRET must be 16 to 256"))
  }

  @Test(
    "Telegram is told the address as it is written, and a delivery is known however its path is written",
    arguments: [
      ("https://bot.example.org", "https://bot.example.org", ["/", ""]),
      ("https://bot.example.org/spb/", "https://bot.example.org/spb/", ["/spb", "/spb/"]),
      (
        "https://bot.example.org/мой офис",
        "https://bot.example.org/%D0%BC%D0%BE%D0%B9%20%D0%BE%D1%84%D0%B8%D1%81",
        ["/мой офис", "/%D0%BC%D0%BE%D0%B9%20%D0%BE%D1%84%D0%B8%D1%81", "/%d0%bc%d0%be%d0%b9%20офис/"]
      ),
      (
        "https://bot.example.org/%D0%BC%D0%BE%D0%B9", "https://bot.example.org/%D0%BC%D0%BE%D0%B9",
        ["/мой", "/%D0%BC%D0%BE%D0%B9"]
      ),
      ("https://bot.example.org/:a/{b}/*", "https://bot.example.org/:a/%7Bb%7D/*", ["/:a/{b}/*"]),
    ])
  func paths(_ url: String, _ told: String, _ paths: [String]) throws {
    let yaml = Self.yaml.replacing("https://bot.example.org/spb", with: url)
    let webhook = try #require(try TemporaryFolder().load(yaml).telegram.webhook)
    #expect(webhook.url.absoluteString == told)
    for path in paths { #expect(WebhookPath(ofRequest: path) == webhook.path, "\(path)") }
    for path in ["/elsewhere", "/spb/a", "/x/b/c"] { #expect(WebhookPath(ofRequest: path) != webhook.path) }
  }
}
