import OfficeConfiguration
import Testing

@testable import officebot

@Suite("The webhook's secret")
struct WebhookSecretTests {
  @Test("by chance is another one each time, and one that Telegram takes")
  func chance() {
    let secrets = (0..<10).map { _ in Secret.random.value }
    #expect(Set(secrets).count == secrets.count)
    #expect(secrets.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil })
  }

  @Test(
    "is the same only if all of it is",
    arguments: [
      ("abcd", true), ("abce", false), ("abc", false), ("abcde", false), ("", false), ("bbcd", false),
    ])
  func comparing(_ text: String, _ isSame: Bool) {
    #expect(text.isSame(asSecret: "abcd") == isSame)
  }
}
