import Foundation

/// Everything that Telegram knows: people, chats, messages, files, and updates for the bot.
///
/// Nothing here waits between looking and changing but `getUpdates`, so that calls and people's
/// actions take effect one after another.
actor World {
  /// Somebody with a Telegram account.
  struct Account: Sendable {
    let id: Int64
    let firstName: String
    let username: String?
    /// The IETF tag of the app's language.
    let languageCode: String
    /// Whether the page shows the chat; of a crowd it does not.
    let isShown: Bool
    var hasStarted = false
    var hasBlocked = false
    var isDeactivated = false
  }

  /// Old updates vanish after so long.
  static let messageUpdatesLast: TimeInterval = 86_400
  /// Taps that nobody fetched vanish after so long.
  static let tapUpdatesLast: TimeInterval = 150
  /// Messages can be deleted for so long.
  static let deletable: TimeInterval = 2 * 86_400
  /// So many of the last calls are remembered at least, and never twice as many: forgetting one at a
  /// time would cost more than the calls.
  static let recordsMax = 5_000
  /// More people or groups are a mistake of whoever drives the sandbox.
  static let accountsMax = 100_000

  nonisolated let settings: Settings
  nonisolated let changes: Changes
  nonisolated let faults: Faults
  nonisolated let specification: BotAPISpecification

  var accounts: [Int64: Account] = [:]
  /// Ids of people in the order in which they came.
  var order: [Int64] = []
  var chats: [Int64: Chat] = [:]
  /// Groups that became supergroups, and the ids that they have now.
  var supergroups: [Int64: Int64] = [:]
  /// The chats of taps that nobody has answered.
  var openTaps: [Tap.ID: Int64] = [:]
  var files: FileStore
  var queue: UpdateQueue
  var allowed = AllowedUpdates()
  var poll = LongPoll()
  var flood: FloodControl
  var commands: [String: JSON] = [:]
  var descriptions: [String: String] = [:]
  var webhook: Webhook?
  var records: [CallRecord] = []
  /// Refused calls that no fault explains; kept apart so that many calls do not push them out.
  var refusals: [CallRecord] = []
  var callsCount = 0
  /// What came along with calls, in bytes.
  var uploadedBytes = 0
  var isClosing = false

  private var nextMessageID = Int.random(in: 1...10_000)

  init(settings: Settings, changes: Changes, faults: Faults, specification: BotAPISpecification) {
    self.settings = settings
    self.changes = changes
    self.faults = faults
    self.specification = specification
    files = FileStore(botID: settings.botID)
    queue = UpdateQueue()
    flood = FloodControl(settings.flood)
  }

  var now: Date { settings.clock.now }

  /// The next message id: one counter for all chats.
  func takeMessageID() -> Int {
    nextMessageID += 1
    return nextMessageID
  }

  /// The last id that was given out.
  var lastMessageID: Int { nextMessageID }

  /// Ids up to one were given out in an earlier run.
  func skipMessageIDs(to id: Int) { nextMessageID = max(nextMessageID, id) }

  /// Remembers a call with its answer.
  func record(
    _ call: BotCall, _ result: Result<JSON, Refusal>, fault: String?, since start: ContinuousClock.Instant,
    isDelivered: Bool
  ) {
    let answer = Self.body(of: result)
    let isIdlePoll =
      call.method.lowercased() == "getupdates" && answer["result"]?.array?.isEmpty == true && fault == nil
    if isIdlePoll { return }
    var status = 200
    if case .failure(let refusal) = result { status = refusal.code }
    callsCount += 1
    uploadedBytes += call.files.values.reduce(0) { $0 + $1.bytes.count }
    let record = CallRecord(
      id: callsCount, date: now, method: call.method, parameters: call.parameters,
      files: call.files.mapValues(\.bytes.count), status: isDelivered ? status : 0, answer: answer,
      unknownParameters: (try? specification.check(call)) ?? [], fault: fault,
      took: start.duration(to: .now))
    records.append(record)
    if records.count >= 2 * Self.recordsMax { records.removeFirst(Self.recordsMax) }
    if record.isRefused, fault == nil {
      refusals.append(record)
      if refusals.count > Self.recordsMax { refusals.removeFirst() }
    }
    changes.note(.log)
  }

  /// The body of an answer.
  static func body(of result: Result<JSON, Refusal>) -> JSON {
    switch result {
    case .success(let value): ["ok": true, "result": value]
    case .failure(let refusal): refusal.json
    }
  }

  /// Forgets calls so far.
  func forgetCalls() {
    records = []
    refusals = []
    changes.note(.log)
  }

  /// Ends waiting polls.
  func close() {
    isClosing = true
    endWaitingPoll(.restart)
    changes.close()
  }
}
