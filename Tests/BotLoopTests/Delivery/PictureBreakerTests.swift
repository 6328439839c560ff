import Logging
import Persistence
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("While uploads fail", .timeLimit(.minutes(30)))
struct PictureBreakerTests {
  private let down = TelegramError.unavailable(reason: "timed out", effect: .unknown, method: "m")

  /// Time moved by hand, and what was logged.
  private final class Outage: Sendable {
    private let kept = Kept()
    let breaker: PictureBreaker

    init() {
      breaker = PictureBreaker(
        elapsed: { [kept] in kept.time.withLock { $0 } },
        logger: Logger(label: "pictures") { [kept] _ in KeptLog(kept: kept) })
    }

    func pass(_ span: Duration) { kept.time.withLock { $0 += span } }
    var logged: [Logger.Level] { kept.lines.withLock { $0 } }
  }

  private final class Kept: Sendable {
    let time = Mutex(Duration.zero)
    let lines = Mutex<[Logger.Level]>([])
  }

  private struct KeptLog: LogHandler {
    let kept: Kept
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { kept.lines.withLock { $0.append(event.level) } }
  }

  @Test("one is tried again after a while, ever more seldom, and the first that arrives ends it")
  func attempts() throws {
    let outage = Outage()
    let breaker = outage.breaker
    let first = try #require(breaker.begin())
    let beside = try #require(breaker.begin())
    breaker.failed(first, "timed out")
    // It began before; that it failed or arrived too says nothing new.
    breaker.failed(beside, "timed out")
    breaker.succeeded(beside)
    for pause in [2, 4, 8, 16, 32, 32] as [Int64] {
      #expect(!breaker.letsUpload && breaker.begin() == nil)
      outage.pass(.seconds(pause) - .milliseconds(1))
      #expect(!breaker.letsUpload)
      outage.pass(.milliseconds(1))
      #expect(breaker.letsUpload)
      let attempt = try #require(breaker.begin())
      #expect(breaker.begin() == nil, "one at a time")
      breaker.failed(attempt, "timed out")
    }
    outage.pass(.seconds(32))
    breaker.succeeded(try #require(breaker.begin()))
    #expect(breaker.letsUpload && breaker.begin() != nil && breaker.begin() != nil)
    #expect(outage.logged == [.error, .notice])
  }

  @Test("a screen is tried with one upload, comes as a text, and later ones as texts at once")
  func texts() async throws {
    let outage = Outage()
    let bot = try TestBot(office: TestOffice(), breaker: outage.breaker)
    bot.api.expect("sendPhoto", fails: down)
    bot.api.expect("sendMessage")
    for _ in 1...2 { bot.api.expect("editMessageText") }
    try await bot.running {
      try await bot.handle(bot.typed("/menu"))
      try await bot.handle(bot.tap(.open(Trail(.menu).to(.calendar)), in: 501, isPicture: false))
      try await bot.handle(bot.tap(.open(Trail(.menu)), in: 501, isPicture: false))
    }
    bot.api.expectDone()
    #expect(outage.logged == [.error])

    outage.pass(.seconds(2))
    bot.api.expect("editMessageMedia")
    let again = try TestBot(bot.api, office: bot.office, folder: bot.folder, breaker: outage.breaker)
    try await again.running {
      try await again.handle(again.tap(.open(Trail(.menu).to(.calendar)), in: 501, isPicture: false))
    }
    bot.api.expectDone()
    #expect(try await again.living()?.hasPicture == true)
  }

  @Test("pictures that Telegram has still go by their file ids")
  func kept() async throws {
    let outage = Outage()
    let bot = try TestBot(office: TestOffice(), breaker: outage.breaker)
    bot.api.expect("sendPhoto")
    bot.api.expect("editMessageMedia", fails: down)
    bot.api.expect("sendMessage")
    bot.api.expect("editMessageReplyMarkup")
    bot.api.expect("editMessageMedia")
    try await bot.running {
      try await bot.handle(bot.typed("/menu"))
      try await bot.handle(bot.tap(.open(Trail(.menu).to(.calendar)), in: 501))
      try await bot.handle(bot.tap(.open(Trail(.menu)), in: 502, isPicture: false))
    }
    bot.api.expectDone()
    #expect(bot.api.summaries.last == "editMessageMedia 502 file-1")
  }

  @Test("that are refused, not even the calm picture is tried again; one bad picture alone changes nothing")
  func refused() async throws {
    let bad = TelegramError.fileRefused(description: "bad", method: "m")
    for isOutage in [false, true] {
      let outage = Outage()
      let bot = try TestBot(office: TestOffice(), breaker: outage.breaker)
      bot.api.expect("sendPhoto", fails: bad)
      bot.api.expect("sendPhoto", fails: isOutage ? bad : nil)
      if isOutage { bot.api.expect("sendMessage") }
      bot.api.expect(isOutage ? "editMessageText" : "editMessageMedia")
      try await bot.running {
        try await bot.handle(bot.typed("/menu"))
        try await bot.handle(
          bot.tap(.open(Trail(.menu).to(.calendar)), in: 501, isPicture: !isOutage))
      }
      bot.api.expectDone()
      #expect(outage.logged == (isOutage ? [.error] : []))
    }
  }
}
