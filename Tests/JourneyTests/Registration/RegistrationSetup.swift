import Foundation
import GRDB
import Sandbox
import Testing

extension BotUnderTest {
  static let invite = "kLm_90-zZ"

  /// Opens an office that registers people in a mode: what the configuration file says after `registration:`.
  static func journey(
    in setup: OfficeSetup = OfficeSetup(), registering mode: String,
    expecting expectations: Expectations = Expectations(),
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: @Sendable @escaping (BotUnderTest) async throws -> Void
  ) async throws {
    try await journey(
      in: setup, expecting: expectations, isStarted: false, sourceLocation: sourceLocation
    ) { bot in
      let configuration = bot.setup.configuration(apiURL: try await bot.sandbox.url)
      try bot.folder.write(
        configuration.replacing("{ mode: open }", with: mode), to: "config/office.yaml")
      try await bot.open()
      try await body(bot)
    }
  }

  /// Starts the bot with the code of a link.
  func open(inviting code: String = invite) async throws {
    try await start(secrets: ["BOT_TOKEN": setup.telegram.token, "REGISTRATION_INVITE": code])
  }

  /// Stops the bot, starts it as if that were on the next day, and waits until the daily cleanup ran.
  func sleepsUntilTheNextDay() async throws {
    let before = cleanups
    #expect(try await stop().exit == .status(0))
    let queue = try DatabaseQueue(path: folder.root.appending(path: "data/office.db").path)
    try await queue.write { db in
      try db.execute(sql: "UPDATE job SET last_run = strftime('%Y-%m-%d %H:%M:%f', last_run, '-1 day')")
    }
    try queue.close()
    try await open()
    try await waits(for: "the daily cleanup") { cleanups > before }
  }

  /// How often the daily cleanup ran, as the log tells.
  private var cleanups: Int {
    folder.outputText.split(separator: "\n").count { $0.contains("a job ran") && $0.contains("cleanup") }
  }
}

extension Person {
  /// Presses Start and sees something that has nothing of the office in it, whatever is written or tapped.
  func seesNothingBut(_ text: String, in bot: BotUnderTest) async throws {
    try await pressStart()
    let message = try await sees(text)
    for command in ["/menu", "/book", "/my", "/who", "/help", "/admin", "Смирнова", "5"] {
      try await writes(command, sees: text)
    }
    // Buttons of other people's screens, made up.
    for data in ["om", "oc", "oy", "on0", "n0.e1", "on0.e1", "r1", "x1|oy", "of", "op1"] {
      try await tap(data: data, on: message.id)
    }
    try await bot.handlesEverything()
    let view = try await chat
    for secret in bot.setup.employees + ["Свободно", "место "] {
      #expect(!view.messages.contains { $0.isFromBot && $0.text.contains(secret) })
      #expect(!view.messages.contains { $0.labels.joined().contains(secret) })
    }
  }
}
