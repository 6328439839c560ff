import Logging
import Synchronization
import TestSupport
import Testing
import Waiting

@testable import Telegram

@Suite("At Telegram's pace", .timeLimit(.minutes(30)))
struct PacedBotAPITests {
  private let clock = ManualClock()
  private let chat = ChatID(5)
  private let other = ChatID(6)

  private static let tooFast = TelegramError.retryAfter(.seconds(7), method: "x")
  private static let lost = TelegramError.unavailable(reason: "r", effect: .unknown, method: "x")
  private static let unsent = TelegramError.unavailable(reason: "r", effect: .didNotHappen, method: "x")

  private func paced(_ api: FakeBotAPI, _ change: (inout PaceLimits) -> Void = { _ in }) -> PacedBotAPI {
    var limits = PaceLimits()
    change(&limits)
    return PacedBotAPI(
      api: api, clock: clock, limits: limits, fraction: { 0 },
      logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
  }

  private func edit(_ text: String, in chat: ChatID) -> EditMessageText {
    EditMessageText(chat: chat, message: MessageID(1), text: text)
  }

  private func outcome<M: ChatMethod>(
    _ method: M, _ api: PacedBotAPI, lane: Lane = .answer, key: SupersessionKey? = nil
  ) async -> TelegramError? {
    do {
      _ = try await api.send(method, lane: lane, superseding: key)
      return nil
    } catch { return error }
  }

  /// Moves the clock from alarm to alarm until the task is done.
  private func run<T: Sendable>(_ task: Task<T, Never>) async throws -> T {
    let isDone = Mutex(false)
    async let value = task.value
    let watcher = Task {
      _ = await task.value
      isDone.withLock { $0 = true }
    }
    try await eventually {
      if let alarm = clock.nextAlarm { clock.advance(by: alarm - clock.now.sinceStart) }
      return isDone.withLock { $0 }
    }
    await watcher.value
    return await value
  }

  @Test("a chat that is told to slow down is left alone for so long, others go on, then it is repeated")
  func hold() async throws {
    let api = FakeBotAPI(clock) { _, number in number == 1 ? Self.tooFast : nil }
    let paced = paced(api)
    let held = Task { await outcome(SendMessage(chat: chat, text: "a"), paced) }
    try await eventually { clock.nextAlarm == .seconds(7) }
    #expect(!paced.isDue(chat: chat) && paced.isDue(chat: other))
    #expect(await outcome(SendMessage(chat: other, text: "b"), paced) == nil)
    clock.advance(by: .seconds(7))
    #expect(await held.value == nil)
    #expect(api.calls.map(\.text) == ["a", "b", "a"] && api.calls.map(\.at) == [.zero, .zero, .seconds(7)])
  }

  @Test("of edits that wait only the newest is sent")
  func newestOnly() async throws {
    let api = FakeBotAPI(clock) { _, number in number == 1 ? Self.tooFast : nil }
    let paced = paced(api)
    let key = SupersessionKey("message")
    let first = Task { await outcome(edit("1", in: chat), paced, key: key) }
    try await eventually { clock.nextAlarm == .seconds(7) }
    let second = Task { await outcome(edit("2", in: chat), paced, key: key) }
    #expect(await first.value == .superseded(method: "editMessageText"))
    let third = Task { await outcome(edit("3", in: chat), paced, key: key) }
    #expect(await second.value == .superseded(method: "editMessageText"))
    clock.advance(by: .seconds(7))
    #expect(await third.value == nil)
    #expect(api.calls.map(\.text) == ["1", "3"])
  }

  @Test("an edit is repeated with growing pauses up to a cap, a bounded number of times")
  func backoff() async throws {
    let api = FakeBotAPI(clock) { _, _ in Self.lost }
    let paced = paced(api) {
      $0.attemptsMax = 6
      $0.backoff.longest = .seconds(3)
    }
    let call = Task { await outcome(edit("x", in: chat), paced) }
    #expect(try await run(call) == Self.lost)
    #expect(api.calls.map(\.at) == [0, 500, 1500, 3500, 6500, 9500].map { .milliseconds($0) })
  }

  @Test("being told to slow down uses up no attempts, and is borne for long, but not for ever")
  func patientHolds() async throws {
    let api = FakeBotAPI(clock) { _, number in number % 3 == 0 && number < 10 ? Self.lost : Self.tooFast }
    let paced = paced(api)
    let call = Task { await outcome(edit("x", in: chat), paced) }
    #expect(try await run(call) == Self.tooFast)
    #expect(api.calls.count == 1 + PaceLimits().holdsMax + 3)
  }

  @Test("between those, other failures are still counted")
  func attemptsBetweenHolds() async throws {
    let api = FakeBotAPI(clock) { _, number in number % 2 == 0 ? Self.lost : Self.tooFast }
    let paced = paced(api)
    let call = Task { await outcome(edit("x", in: chat), paced) }
    #expect(try await run(call) == Self.lost)
    #expect(api.calls.count == 2 * PaceLimits().attemptsMax)
  }

  @Test("pauses are spread from nothing to the longest")
  func jitter() {
    let backoff = PaceLimits().backoff
    #expect(backoff.pause(after: 1, fraction: 1) == .zero)
    #expect(backoff.pause(after: 3, fraction: 0.5) == .seconds(1))
    #expect(backoff.pause(after: 1000, fraction: 0) == .seconds(15))
  }

  struct Case: Sendable {
    let isEdit: Bool
    let failure: TelegramError
    let calls: Int
  }

  @Test(
    "what may have been done is repeated only if twice is as good as once",
    arguments: [
      Case(isEdit: false, failure: lost, calls: 1),
      Case(isEdit: false, failure: unsent, calls: 2),
      Case(isEdit: false, failure: tooFast, calls: 2),
      Case(isEdit: true, failure: lost, calls: 2),
      Case(isEdit: true, failure: .messageGone(method: "x"), calls: 1),
      Case(isEdit: true, failure: .notModified(method: "x"), calls: 1),
      Case(isEdit: false, failure: .tokenRefused(method: "x"), calls: 1),
      Case(isEdit: false, failure: .personUnreachable(.blocked, method: "x"), calls: 1),
    ])
  func repeats(_ given: Case) async throws {
    let api = FakeBotAPI(clock) { _, number in number == 1 ? given.failure : nil }
    let paced = paced(api)
    let call = Task {
      given.isEdit
        ? await outcome(edit("x", in: chat), paced)
        : await outcome(SendMessage(chat: chat, text: "x"), paced)
    }
    #expect(try await run(call) == (given.calls == 1 ? given.failure : nil))
    #expect(api.calls.count == given.calls)
  }

  @Test("what a call says is made anew after every wait, and nothing goes out that no longer holds")
  func madeAnew() async throws {
    let api = FakeBotAPI(clock) { _, number in number < 3 ? Self.tooFast : nil }
    let paced = paced(api)
    let words = Mutex(["1", "2", "3"])
    let call = Task { [chat] () -> TelegramError? in
      do throws(TelegramError) {
        _ = try await paced.send(to: chat, lane: .notice) {
          SendMessage(chat: chat, text: words.withLock { $0.removeFirst() })
        }
        return nil
      } catch { return error }
    }
    #expect(try await run(call) == nil)
    #expect(api.calls.map(\.text) == ["1", "2", "3"])

    let held = FakeBotAPI(clock) { _, _ in Self.tooFast }
    let other = self.paced(held)
    let isOver = Mutex(false)
    let obsolete = Task { [chat] () -> TelegramError? in
      do throws(TelegramError) {
        _ = try await other.send(to: chat, lane: .notice) { () throws(TelegramError) in
          if isOver.withLock({ $0 }) { throw .superseded(method: "sendMessage") }
          isOver.withLock { $0 = true }
          return SendMessage(chat: chat, text: "an offer")
        }
        return nil
      } catch { return error }
    }
    #expect(try await run(obsolete) == .superseded(method: "sendMessage"))
    #expect(held.calls.count == 1)
  }

  @Test("after a message that may have arrived the chat has a rest, so that what follows fares better")
  func rest() async throws {
    let api = FakeBotAPI(clock) { _, number in number == 1 ? Self.lost : nil }
    let paced = paced(api)
    #expect(await outcome(SendMessage(chat: chat, text: "x"), paced) == Self.lost)
    #expect(!paced.isDue(chat: chat) && paced.isDue(chat: other))
    clock.advance(by: PaceLimits().rest)
    #expect(paced.isDue(chat: chat))
  }

  @Test("a hold outlives the call that gave up")
  func holdOutlives() async throws {
    let api = FakeBotAPI(clock) { _, _ in Self.tooFast }
    let paced = paced(api) { $0.holdsMax = 0 }
    #expect(await outcome(SendMessage(chat: chat, text: "x"), paced) == Self.tooFast)
    #expect(!paced.isDue(chat: chat))
    clock.advance(by: .seconds(7))
    #expect(paced.isDue(chat: chat))
  }

  @Test("a cancelled call leaves the queue at once, and the next takes its place")
  func cancelledWaiting() async throws {
    let api = FakeBotAPI(clock) { _, number in number == 1 ? Self.tooFast : nil }
    let paced = paced(api)
    let first = Task { await outcome(SendMessage(chat: chat, text: "1"), paced) }
    try await eventually { clock.nextAlarm == .seconds(7) }
    let second = Task { await outcome(SendMessage(chat: chat, text: "2"), paced) }
    first.cancel()
    #expect(await first.value == .cancelled(method: "sendMessage"))
    clock.advance(by: .seconds(7))
    #expect(await second.value == nil)
    #expect(api.calls.map(\.text) == ["1", "2"])
  }

  @Test("a cancelled call under way ends, and the chat is free again")
  func cancelledUnderWay() async throws {
    let api = FakeBotAPI(clock) { call, number in
      guard number == 1 else { return nil }
      try? await Task.sleep(for: .seconds(60))
      return .cancelled(method: call.name)
    }
    let paced = paced(api)
    let call = Task { await outcome(SendMessage(chat: chat, text: "1"), paced) }
    try await eventually { api.calls.count == 1 }
    #expect(!paced.isDue(chat: chat))
    call.cancel()
    #expect(await call.value == .cancelled(method: "sendMessage"))
    #expect(paced.isDue(chat: chat))
  }

  @Test("one call too many is refused, and certainly not made")
  func bound() async throws {
    let api = FakeBotAPI(clock) { _, number in number == 1 ? Self.tooFast : nil }
    let paced = paced(api) { $0.waitingPerChatMax = 1 }
    let first = Task { await outcome(SendMessage(chat: chat, text: "1"), paced) }
    try await eventually { clock.nextAlarm == .seconds(7) }
    let second = await outcome(SendMessage(chat: chat, text: "2"), paced)
    #expect(
      second == .unavailable(reason: "too many calls wait", effect: .didNotHappen, method: "sendMessage"))
    first.cancel()
    _ = await first.value
  }

  /// A call to no chat.
  private func called<M: BotMethod>(_ method: M, _ paced: PacedBotAPI) -> Task<TelegramError?, Never> {
    Task {
      do throws(TelegramError) {
        _ = try await paced.call(method)
        return nil
      } catch { return error }
    }
  }

  private func tap(_ id: String) -> AnswerCallbackQuery { AnswerCallbackQuery(query: CallbackQueryID(id)) }

  @Test("an answer to a tap goes at once, and a few times if need be")
  func tap() async throws {
    let api = FakeBotAPI(clock) { _, number in number < 3 ? Self.lost : nil }
    let paced = paced(api)
    #expect(try await run(called(tap("q"), paced)) == nil)
    #expect(api.calls.count == 3)
  }

  @Test("an answer to a tap is not tried again when the person has stopped waiting")
  func lateTap() async throws {
    let api = FakeBotAPI(clock) { [clock] _, _ in
      clock.advance(by: AnswerCallbackQuery.usefulFor)
      return Self.lost
    }
    let paced = paced(api)
    #expect(try await run(called(tap("q"), paced)) == Self.lost)
    #expect(api.calls.count == 1)
  }

  @Test("an answer to a tap is given after the wait that Telegram asks for, and others' are given meanwhile")
  func heldTap() async throws {
    let api = FakeBotAPI(clock) { _, number in number == 1 ? Self.tooFast : nil }
    let paced = paced(api)
    let held = called(tap("1"), paced)
    try await eventually { clock.nextAlarm == .seconds(7) }
    #expect(await called(tap("2"), paced).value == nil)
    clock.advance(by: .seconds(7))
    #expect(await held.value == nil)
    #expect(api.calls.map(\.at) == [.zero, .zero, .seconds(7)])
  }

  @Test("a tap for which that is too long is left alone")
  func tooLongForATap() async throws {
    let wait = TelegramError.retryAfter(AnswerCallbackQuery.usefulFor, method: "x")
    let api = FakeBotAPI(clock) { _, _ in wait }
    #expect(await called(tap("1"), paced(api)).value == wait)
    #expect(api.calls.count == 1)
  }

  @Test(
    "while Telegram makes a method wait, no call of it goes out; whom that takes too long hears so at once")
  func heldMethod() async throws {
    let wait = TelegramError.retryAfter(.seconds(20), method: "x")
    let api = FakeBotAPI(clock) { _, number in number == 1 ? wait : nil }
    let paced = paced(api)
    let question = GetFile(fileID: FileID("f"))
    let first = called(question, paced)
    try await eventually { clock.nextAlarm == .seconds(20) }
    let second = called(question, paced)
    clock.advance(by: .seconds(20))
    #expect(await first.value != wait)
    #expect(await second.value != wait)
    #expect(api.calls.map(\.at) == [.zero, .seconds(20), .seconds(20)])

    let long = TelegramError.retryAfter(.seconds(100), method: "getFile")
    let away = FakeBotAPI(clock) { _, _ in long }
    let other = self.paced(away)
    #expect(await called(question, other).value == long)
    clock.advance(by: .seconds(40))
    #expect(await called(question, other).value == .retryAfter(.seconds(60), method: "getFile"))
    #expect(away.calls.count == 1)
  }

  @Test("a call that nobody waits for is made after a long wait, one that others repeat is not")
  func waits() async throws {
    let wait = TelegramError.retryAfter(.seconds(3_000), method: "x")
    let api = FakeBotAPI(clock) { _, number in number == 1 ? wait : nil }
    #expect(try await run(called(SetMyCommands(commands: []), paced(api))) == nil)
    #expect(api.calls.map(\.at) == [.zero, .seconds(3_000)])
    let poll = FakeBotAPI(clock) { _, _ in Self.lost }
    let call = called(GetUpdates(offset: nil, timeout: .seconds(1)), paced(poll))
    #expect(await call.value == Self.lost)
    #expect(poll.calls.count == 1)
  }

  @Test("hundreds of calls that fail, wait and are cancelled at random all end")
  func crowd() async throws {
    let seed = UInt64.random(in: 0 ... .max)
    let random = Mutex(SeededRandom(seed: seed))
    let dice: @Sendable (Int) -> Int = { sides in random.withLock { Int.random(in: 0..<sides, using: &$0) } }
    let api = FakeBotAPI(clock) { _, _ in [Self.tooFast, Self.lost, Self.unsent, nil, nil, nil][dice(6)] }
    let paced = paced(api)
    let crowd = Task {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<400 {
          group.addTask {
            let call = Task {
              await outcome(
                edit("x", in: ChatID(Int64(dice(20)))), paced, lane: dice(2) == 0 ? .answer : .notice,
                key: dice(2) == 0 ? SupersessionKey("message") : nil)
            }
            if dice(4) == 0 { call.cancel() }
            _ = await call.value
          }
        }
      }
    }
    try await run(crowd)
    clock.advance(by: PaceLimits().rest)
    for chat in 0..<20 {
      #expect(paced.isDue(chat: ChatID(Int64(chat))) || clock.nextAlarm == nil, "seed \(seed)")
    }
  }
}
