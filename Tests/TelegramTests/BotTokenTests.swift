import Testing

@testable import Telegram

@Suite("The token")
struct BotTokenTests {
  @Test("is a number, a colon and a secret, blanks around it ignored", arguments: [tokenText, " 7:a \n"])
  func accepted(text: String) { #expect(BotToken(text) != nil) }

  @Test(
    "is refused if it could not stand in an address",
    arguments: ["", ":", "1:", ":a", "1", "x:a", "1:a/b", "1:a b", "1:a:b", "-1:a", "1:ключ", "1:a?b", "0:a"])
  func refused(text: String) { #expect(BotToken(text) == nil) }

  @Test("never describes itself")
  func hidden() throws {
    let token = try #require(BotToken(tokenText))
    var dumped = ""
    dump(token, to: &dumped)
    dump(try TelegramClient.testing("http://127.0.0.1:1"), to: &dumped)
    for text in ["\(token)", String(reflecting: token), String(describing: [token]), dumped] {
      #expect(!text.contains("LEAKED"))
    }
    #expect(token.botID == UserID(1_234_567_890))
  }

  @Test("is taken out of whatever a server sends back, whole or in part")
  func redacted() throws {
    let token = try #require(BotToken(tokenText))
    #expect(token.redacting("no /bot\(tokenText)/x") == "no /bot<token>/x")
    #expect(token.redacting("1234567890%3ALEAKED-secret_LEAKED!") == "1234567890%3A<token>!")
  }
}
