/// Decides which call goes next and when. A value: no clock, no tasks, no continuations.
struct Schedule: Sendable {
  /// A call that waits or is under way.
  struct Entry: Sendable, Identifiable {
    let id: Int
    let chat: ChatID
    let lane: Lane
    let key: SupersessionKey?
  }

  /// What became of a call that wants to wait.
  enum Admission: Sendable, Equatable {
    /// It waits, perhaps in place of an older one.
    case waits(superseding: Entry.ID?)
    /// A newer one waits already.
    case superseded
    case full
  }

  private let limits: PaceLimits
  private var chats: [ChatID: ChatQueue] = [:]
  private var overall: PaceMeter
  /// Chats with calls waiting; who was served goes to the end.
  private var turns = PerLane<[ChatID]>([])
  private var waitingCount = PerLane(0)
  private var inFlightCount = 0
  private var sweepAt = Self.chatsBeforeSweep

  /// Rested chats are forgotten when this many, or twice as many as were left last time, are remembered.
  static let chatsBeforeSweep = 64

  init(_ limits: PaceLimits) {
    self.limits = limits
    self.overall = PaceMeter(limits.overall)
  }

  var rememberedChats: Int { chats.count }

  /// Puts a call at the end of its queue, in place of an older waiting one that sets the same.
  mutating func enqueue(_ entry: Entry, at now: Duration) -> Admission {
    forgetRestedChats(at: now)
    var queue = chats[entry.chat] ?? ChatQueue(limits.perChat)
    let older = entry.key.flatMap(queue.waitingEntry(settingTheSameAs:))
    if let key = entry.key, older?.key?.isNewer(than: key) ?? false { return .superseded }
    guard
      older != nil
        || (waitingCount[entry.lane] < limits.waitingMax
          && queue.waiting[entry.lane].count < limits.waitingPerChatMax)
    else { return .full }
    queue.waiting[entry.lane].append(entry)
    chats[entry.chat] = queue
    noteWaiting(entry)
    if let older { withdraw(older) }
    return .waits(superseding: older?.id)
  }

  /// Ends a call that is under way.
  mutating func finish(_ entry: Entry, holdingUntil hold: Duration = .zero) {
    guard chats[entry.chat]?.inFlight == entry.id else { return }
    chats[entry.chat]?.inFlight = nil
    inFlightCount -= 1
    self.hold(entry.chat, until: hold)
  }

  /// Puts a call that is under way back to the head of its queue, to be repeated, unless a newer
  /// one that sets the same waits.
  mutating func requeue(_ entry: Entry, holdingUntil hold: Duration) -> Admission {
    finish(entry, holdingUntil: hold)
    let waiting = entry.key.flatMap { chats[entry.chat]?.waitingEntry(settingTheSameAs: $0) }
    if let key = entry.key, let other = waiting?.key, !key.isNewer(than: other) { return .superseded }
    chats[entry.chat]?.waiting[entry.lane].insert(entry, at: 0)
    noteWaiting(entry)
    if let waiting { withdraw(waiting) }
    return .waits(superseding: waiting?.id)
  }

  /// Takes out a call that waits.
  mutating func withdraw(_ entry: Entry) {
    guard let index = chats[entry.chat]?.waiting[entry.lane].firstIndex(where: { $0.id == entry.id }) else {
      return
    }
    chats[entry.chat]?.waiting[entry.lane].remove(at: index)
    waitingCount[entry.lane] -= 1
    if chats[entry.chat]?.waiting[entry.lane].isEmpty ?? true {
      turns[entry.lane].removeAll { $0 == entry.chat }
    }
  }

  /// The next call that may go now, counted as under way; answers first, chats in turn.
  mutating func startNext(at now: Duration) -> Entry? {
    guard inFlightCount < limits.inFlightMax, overall.due <= now else { return nil }
    for lane in [Lane.answer, .notice] {
      guard
        let chat = turns[lane].first(where: { chats[$0].map { $0.inFlight == nil && $0.due <= now } ?? false }
        ),
        let entry = chats[chat]?.waiting[lane].first
      else { continue }
      withdraw(entry)
      if let index = turns[lane].firstIndex(of: chat) {
        turns[lane].remove(at: index)
        turns[lane].append(chat)
      }
      chats[chat]?.inFlight = entry.id
      chats[chat]?.meter.count(at: now)
      overall.count(at: now)
      inFlightCount += 1
      return entry
    }
    return nil
  }

  /// The next moment at which ``startNext(at:)`` may find something; `nil` if only a new call or
  /// the end of one can change anything.
  func nextDue() -> Duration? {
    guard inFlightCount < limits.inFlightMax else { return nil }
    let dues = Lane.allCases.lazy.flatMap { turns[$0] }.compactMap { chat -> Duration? in
      guard let queue = chats[chat], queue.inFlight == nil else { return nil }
      return queue.due
    }
    return dues.min().map { max($0, overall.due) }
  }

  /// Whether a call to this chat would go at once.
  func isDue(_ chat: ChatID, at now: Duration) -> Bool {
    guard inFlightCount < limits.inFlightMax, overall.due <= now else { return false }
    guard let queue = chats[chat] else { return true }
    return queue.isIdle && queue.due <= now
  }

  private mutating func noteWaiting(_ entry: Entry) {
    waitingCount[entry.lane] += 1
    if !turns[entry.lane].contains(entry.chat) { turns[entry.lane].append(entry.chat) }
  }

  private mutating func hold(_ chat: ChatID, until hold: Duration) {
    if let held = chats[chat]?.heldUntil { chats[chat]?.heldUntil = max(held, hold) }
  }

  private mutating func forgetRestedChats(at now: Duration) {
    guard chats.count >= sweepAt else { return }
    chats = chats.filter { !$0.value.isForgettable(at: now) }
    sweepAt = max(Self.chatsBeforeSweep, 2 * chats.count)
  }
}
