import Foundation
import Logging
import OfficeActor
import Testing

@testable import Logs

@Suite("The logs hide secrets")
struct SecretTests {
  private static let secret = "AArecognisable_SECRET_half_of_a_token_9"
  private static let token = "7123456789:\(secret)"
  private static let invite = "come_to_our_OFFICE-77"

  @Test(
    "wherever they appear",
    arguments: [
      token, secret, invite, "https://api.telegram.org/bot\(token)/getMe", "bot7123456789%3A\(secret)",
      "\(token)\u{301}\(secret)\u{200d}", "\(token)\(token)\(secret)\(invite)", "\n\(secret)\n\"\(token)\"",
    ])
  func everywhere(_ text: String) throws {
    let test = try LogsUnderTest()
    let logs = try test.start(level: .trace, hiding: [Self.token, Self.invite])
    logs.errors.keep(in: test.data, logger: logs.logger)
    for level in Logger.Level.allCases {
      logs.logger.log(
        level: level, "message \(text)",
        metadata: [
          "value": "\(text)", "key \(text)": "1", "nested": ["a": ["\(text)"]], "list": [["\(text)": "1"]],
        ],
        file: "Place/\(text)")
    }
    logs.events.write(at: test.now, kind: text, fields: ["value": "\(text)", text: 1])
    #expect(logs.flush())
    try Self.expectSilence(test)
    #expect(try test.text("errors.jsonl").contains(Redactor.mask))
    #expect(try test.text("events.jsonl").contains(Redactor.mask))
    #expect(logs.errors.groups().first?.example.contains(Redactor.mask) == true)
  }

  @Test("also where a text is cut in the middle of one")
  func cuts() throws {
    let test = try LogsUnderTest()
    let logs = try test.start(hiding: [Self.token, Self.invite])
    logs.errors.keep(in: test.data, logger: logs.logger)
    let bounds = [
      ErrorLog.kindBytesMax, ErrorLog.exampleBytesMax, LogLine.nameBytesMax, LogLine.textBytesMax,
    ]
    for bound in bounds {
      let fillers = ((bound - 60)...(bound + 4)).map { String(repeating: ".", count: $0) }
      // Hidden tokens are shorter, which brings what follows them forward.
      let tokens = (0...(bound / Self.token.utf8.count + 1)).map { String(repeating: Self.token, count: $0) }
      for before in fillers + tokens {
        let text = before + Self.token + String(repeating: ".", count: 60)
        logs.logger.error("\(text)", metadata: ["value": "\(text)", "\(text)": "1"])
        logs.events.write(at: test.now, kind: text, fields: ["value": "\(text)", text: 1])
      }
      #expect(logs.flush(within: .seconds(60)))
    }
    try Self.expectSilence(test, "AArecogn")
    try Self.expectSilence(test, "half_of_a")
  }

  @Test("of a token so short that half of it may be any word, only the whole")
  func shortTokens() {
    let redactor = Redactor(hiding: ["1:ab"])
    #expect(redactor.redacted("about 1:ab", bytesMax: 100) == "about \(Redactor.mask)")
  }

  @Test("and an empty secret hides nothing")
  func emptySecrets() {
    #expect(Redactor(hiding: ["", ":"]).redacted("a text", bytesMax: 100) == "a text")
  }

  private static func expectSilence(
    _ test: LogsUnderTest, _ part: String = secret, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let files = try test.everything()
    #expect(files.keys.contains("data/errors.db"))
    for written in [part, invite] {
      let loud = files.filter { $0.value.range(of: Data(written.utf8)) != nil }
      #expect(loud.keys.sorted() == [], sourceLocation: sourceLocation)
    }
  }
}
