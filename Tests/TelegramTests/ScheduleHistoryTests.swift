import TestSupport
import Testing

@testable import Telegram

@Suite("Any history of the schedule")
struct ScheduleHistoryTests {
  @Test("keeps every pace and hold, loses no call and ends with nothing waiting", arguments: 0..<20)
  func histories(_: Int) {
    let seed = UInt64.random(in: 0 ... .max)
    var history = History(seed: seed)
    for _ in 0..<2_000 { history.step() }
    history.runOut()
    #expect(history.faults == [], "seed \(seed)")
    #expect(history.open == [], "seed \(seed)")
  }

  /// Random calls, ends, repeats and withdrawals, watched from outside.
  private struct History {
    private var random: SeededRandom
    private var schedule: Schedule
    private let limits: PaceLimits
    private var now = Duration.zero
    private var lastID = 0
    private var waiting: [Int: Schedule.Entry] = [:]
    private var underWay: [Int: Schedule.Entry] = [:]
    private var heldUntil: [ChatID: Duration] = [:]
    private var starts: [ChatID: [Duration]] = [:]
    private var allStarts: [Duration] = []
    private(set) var faults: [String] = []

    var open: [Int] { Array(waiting.keys) + Array(underWay.keys) }

    init(seed: UInt64) {
      random = SeededRandom(seed: seed)
      var limits = PaceLimits()
      limits.inFlightMax = Int.random(in: 1...8, using: &random)
      limits.waitingMax = Int.random(in: 4...40, using: &random)
      limits.waitingPerChatMax = Int.random(in: 1...8, using: &random)
      self.limits = limits
      schedule = Schedule(limits)
    }

    mutating func step() {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4: enqueue()
      case 4..<6: end()
      case 6: repeatOne()
      case 7: if let entry = any(of: waiting) { withdraw(entry) }
      default: now += .milliseconds(Int.random(in: 0...400, using: &random))
      }
      start()
    }

    mutating func runOut() {
      for _ in 0..<10_000 where !open.isEmpty {
        while !underWay.isEmpty { end() }
        if let due = schedule.nextDue() { now = max(now, due) }
        start()
      }
    }

    private mutating func enqueue() {
      lastID += 1
      let key =
        Bool.random(using: &random) ? SupersessionKey("\(Int.random(in: 0...1, using: &random))") : nil
      let entry = Schedule.Entry(
        id: lastID, chat: ChatID(Int64.random(in: 1...6, using: &random)),
        lane: Bool.random(using: &random) ? .answer : .notice, key: key)
      guard case .waits(let older) = schedule.enqueue(entry, at: now) else { return }
      waiting[entry.id] = entry
      if let older, waiting.removeValue(forKey: older) == nil { faults.append("\(older) did not wait") }
    }

    private mutating func end() {
      guard let entry = any(of: underWay) else { return }
      underWay[entry.id] = nil
      schedule.finish(entry)
    }

    private mutating func repeatOne() {
      guard let entry = any(of: underWay) else { return }
      underWay[entry.id] = nil
      let hold = now + .milliseconds(Int.random(in: 0...3000, using: &random))
      heldUntil[entry.chat] = max(heldUntil[entry.chat] ?? .zero, hold)
      if schedule.requeue(entry, holdingUntil: hold) != .superseded { waiting[entry.id] = entry }
    }

    private mutating func withdraw(_ entry: Schedule.Entry) {
      waiting[entry.id] = nil
      schedule.withdraw(entry)
    }

    private mutating func start() {
      let wasDue = schedule.nextDue().map { $0 <= now } ?? false
      var count = 0
      while let entry = schedule.startNext(at: now) {
        count += 1
        if waiting.removeValue(forKey: entry.id) == nil { faults.append("\(entry.id) did not wait") }
        if underWay.values.contains(where: { $0.chat == entry.chat }) { faults.append("two at once") }
        if now < heldUntil[entry.chat] ?? .zero { faults.append("held chat") }
        if entry.lane == .notice,
          waiting.values.contains(where: { $0.lane == .answer && $0.chat == entry.chat })
        {
          faults.append("notice before answer")
        }
        underWay[entry.id] = entry
        if underWay.count > limits.inFlightMax { faults.append("too many under way") }
        starts[entry.chat, default: []].append(now)
        allStarts.append(now)
        checkPace(starts[entry.chat] ?? [], limits.perChat, "chat")
        checkPace(allStarts, limits.overall, "overall")
      }
      if wasDue != (count > 0) { faults.append("due \(wasDue), but \(count) started") }
    }

    /// A burst and one message, or more, took at least as many intervals as are over the burst.
    private mutating func checkPace(_ moments: [Duration], _ pace: Pace, _ name: String) {
      for extra in [1, 2, 5] where moments.count >= pace.burst + extra {
        let span = now - moments[moments.count - pace.burst - extra]
        if span < pace.interval * extra { faults.append("\(name) too fast") }
      }
    }

    private mutating func any(of entries: [Int: Schedule.Entry]) -> Schedule.Entry? {
      entries.keys.sorted().randomElement(using: &random).flatMap { entries[$0] }
    }
  }
}
