import Foundation

/// Updates that wait for the bot: delivered at least once, forgotten when confirmed or too old.
struct UpdateQueue {
  /// One update.
  struct Event: Sendable {
    let id: Int
    let json: JSON
    let expires: Date
  }

  /// The oldest update goes when there are more.
  static let eventsMax = 100_000
  /// Updates that were confirmed are kept for ``redeliver(last:)``.
  static let confirmedMax = 200
  /// An offset further ahead of the next id is taken for a mistake.
  static let offsetAheadMax = 10
  /// After so long without updates, ids begin anew.
  static let idsLast: TimeInterval = 7 * 86_400

  private(set) var events: [Event] = []
  private var confirmed: [Event] = []
  private var again: [Event] = []
  private var nextID: Int?
  private var lastPush: Date?

  /// Where a new queue begins.
  private let firstID: @Sendable () -> Int

  init(firstID: @escaping @Sendable () -> Int = { Int.random(in: 100_000_000...900_000_000) }) {
    self.firstID = firstID
  }

  /// The id of the next update.
  var next: Int { nextID ?? 0 }

  /// Adds an update and gives it its id.
  mutating func push(_ content: [String: JSON], at now: Date, expires: Date) {
    if let lastPush, now.timeIntervalSince(lastPush) > Self.idsLast, events.isEmpty { nextID = nil }
    let id = nextID ?? firstID()
    let json = JSON.object(content).with(["update_id": .integer(id)])
    events.append(Event(id: id, json: json, expires: expires))
    if events.count > Self.eventsMax { events.removeFirst() }
    nextID = id + 1
    lastPush = now
  }

  /// What `getUpdates` answers: confirms what lies before the offset and returns what follows.
  mutating func take(offset: Int, limit: Int, at now: Date) -> [Event] {
    events.removeAll { $0.expires < now }
    if offset < 0 {
      confirm(events.dropLast(-offset).count)
    } else if offset > 0, offset <= next + Self.offsetAheadMax {
      confirm(events.prefix { $0.id < offset }.count)
    }
    if !again.isEmpty {
      let repeated = again.prefix(limit)
      again.removeFirst(repeated.count)
      return Array(repeated) + events.prefix(limit - repeated.count)
    }
    return Array(events.prefix(limit))
  }

  /// Whether a `take` would return something.
  mutating func hasAny(at now: Date) -> Bool {
    events.removeAll { $0.expires < now }
    return !events.isEmpty || !again.isEmpty
  }

  /// Forgets everything.
  mutating func clear() {
    events = []
    again = []
  }

  /// Delivers the last confirmed updates once more, as after a lost confirmation.
  mutating func redeliver(last count: Int) {
    again = Array(confirmed.suffix(count))
  }

  /// Forgets one update that was delivered.
  mutating func confirm(id: Int) {
    guard let index = events.firstIndex(where: { $0.id == id }) else { return }
    confirmed.append(events.remove(at: index))
    confirmed.removeFirst(max(0, confirmed.count - Self.confirmedMax))
  }

  private mutating func confirm(_ count: Int) {
    confirmed += events.prefix(count)
    confirmed.removeFirst(max(0, confirmed.count - Self.confirmedMax))
    events.removeFirst(count)
  }
}
