import Foundation
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("A secret")
struct SecretsTests {
  private static let token = "123456:AAbbCCdd-_0123456789"

  @Test("comes from the environment or from a file that it names")
  func found() throws {
    let folder = try TemporaryFolder()
    try folder.write("\(Self.token)\n", to: "token")
    for environment in [
      ["BOT_TOKEN": " \(Self.token)\n"],
      ["BOT_TOKEN_FILE": folder.path("token")],
      ["BOT_TOKEN": "", "BOT_TOKEN_FILE": folder.path("token")],
    ] {
      #expect(try Secrets.botToken(environment: environment) == Secret(value: Self.token))
    }
  }

  @Test("may be as short as the server that gave it likes", arguments: ["1:a", "42:_", "123456:short"])
  func short(token: String) throws {
    #expect(try Secrets.botToken(environment: ["BOT_TOKEN": token]) == Secret(value: token))
  }

  @Test(
    "that cannot be used is refused with what to do, and never shown",
    arguments: [
      ([:], "the bot's token is missing: put what @BotFather gave you"),
      (["BOT_TOKEN": "  "], "the bot's token is missing: put what @BotFather gave you"),
      (["BOT_TOKEN": token, "BOT_TOKEN_FILE": "/token"], "both BOT_TOKEN and BOT_TOKEN_FILE are given"),
      (["BOT_TOKEN": "123456:"], "BOT_TOKEN or the file that BOT_TOKEN_FILE names does not hold"),
      (["BOT_TOKEN": "\(token) x"], "BOT_TOKEN or the file that BOT_TOKEN_FILE names does not hold"),
      (["BOT_TOKEN": "bot\(token)"], "BOT_TOKEN or the file that BOT_TOKEN_FILE names does not hold"),
      (["BOT_TOKEN_FILE": token], "the file that BOT_TOKEN_FILE names cannot be used: there is no such file"),
      (["BOT_TOKEN_FILE": "/dev/null"], "the file that BOT_TOKEN_FILE names is empty"),
      (["BOT_TOKEN_FILE": "/"], "the file that BOT_TOKEN_FILE names cannot be used: is a folder, not a file"),
    ] as [([String: String], String)])
  func refused(environment: [String: String], message: String) throws {
    let problem = try #require(throws: Secrets.Problem.self) {
      try Secrets.botToken(environment: environment)
    }
    #expect(problem.description.hasPrefix(message))
    #expect(!problem.description.contains("AAbb"))
    #expect(!problem.description.contains("123456:"))
  }

  @Test("is not seen when it is printed, interpolated or dumped")
  func hidden() {
    let secret = Secret(value: Self.token)
    var dumped = ""
    dump([secret], to: &dumped)
    #expect(
      !("\(secret)" + String(reflecting: [secret]) + "\(Optional(secret) as Any)" + dumped).contains("AA"))
  }
}
