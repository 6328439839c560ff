public import Foundation
import Synchronization

/// The one place where the office changes: decides in memory, commits in groups, then publishes.
///
/// A change is visible and acknowledged only after its transaction is durable. While the disk is busy
/// with one batch the next one gathers by itself; there are no timers. Between deciding and committing
/// nothing awaits: with an `await` there one seat went to ten people.
public actor OfficeState {
  /// Commands in one transaction at the most.
  public static let batchCommandsMax = 512
  /// Commands waiting at the most; beyond that they are refused as ``Refusal/overloaded``.
  public static let waitingCommandsMax = 10_000
  /// Maximum number of requests that changed nothing and are remembered in memory only. They are stored with the
  /// next transaction, or in one of their own when this many have gathered.
  static let unsavedRequestsMax = 1_000

  /// How long the committing thread stays awake after a commit.
  private static let awakeAfterCommit = Duration.microseconds(100)

  private let storage: any OfficeStorage
  private let now: @Sendable () -> Date
  private let overloaded: @Sendable () -> Void
  private let executor = BlockingExecutor(label: "office")
  private let published: Mutex<Office>
  private let changed = Changes()
  private let waiting = Mutex<[Waiting]>([])

  private var committed: Office
  private var handled: Set<RequestID>
  private var unsavedRequests: [HandledRequest] = []

  /// One command with the person who waits for the answer.
  private struct Waiting {
    let command: Command
    let principal: Principal
    let request: RequestID?
    let continuation: CheckedContinuation<Result<Outcome, Refusal>, Never>
  }

  /// The state of an office as loaded.
  ///
  /// - Parameters:
  ///   - handled: requests not to be carried out again.
  ///   - now: the wall clock.
  ///   - overloaded: told of every command that is refused because too many wait.
  public init(
    _ office: Office, handled: Set<RequestID> = [], storage: any OfficeStorage,
    now: @escaping @Sendable () -> Date, overloaded: @escaping @Sendable () -> Void = {}
  ) {
    committed = office
    self.handled = handled
    self.storage = storage
    self.now = now
    self.overloaded = overloaded
    published = Mutex(office)
  }

  /// Executor of the actor: a thread of its own, because commits block.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// The office as of the last commit. Does not wait for the disk.
  public nonisolated var office: Office { published.withLock { $0 } }

  /// Yields after the office has changed. Changes between two reads are merged; commands never wait for a listener.
  public nonisolated var changes: AsyncStream<Void> { changed.stream() }

  /// Commands that the next commits will take.
  nonisolated var waitingCount: Int { waiting.withLock { $0.count } }

  /// Carries out a command durably.
  ///
  /// Not isolated, so that the caller's task waits once: on its way in it only leaves the command, and the
  /// commit wakes it where it was.
  ///
  /// - Parameter request: names a request that may arrive twice; it is carried out or refused once.
  /// - Throws: ``Refusal``; the office is then as it was.
  public nonisolated func perform(
    _ command: Command, by principal: Principal, request: RequestID? = nil
  ) async throws(Refusal) -> Outcome {
    let answer = await withCheckedContinuation { continuation in
      let isFirst = waiting.withLock { waiting -> Bool? in
        guard waiting.count < Self.waitingCommandsMax else { return nil }
        waiting.append(
          Waiting(command: command, principal: principal, request: request, continuation: continuation))
        return waiting.count == 1
      }
      switch isFirst {
      case nil:
        overloaded()
        continuation.resume(returning: .failure(.overloaded))
      case true?: scheduleCommit()
      case false?: break  // The first waiting command has scheduled the commit.
      }
    }
    return try answer.get()
  }

  /// Makes durable which requests were refused since the last transaction. For an orderly stop.
  ///
  /// - Throws: ``CommitFailure`` if storage did not take them; they stay in memory.
  public func saveRequests() throws(CommitFailure) {
    guard !unsavedRequests.isEmpty else { return }
    var transaction = Transaction()
    transaction.handled = unsavedRequests
    transaction.counters = committed.counters
    try storage.commit(transaction)
    unsavedRequests = []
  }

  /// Forgets requests that cannot arrive again.
  ///
  /// - Throws: ``CommitFailure`` if storage did not forget them.
  public func forget(_ requests: [RequestID]) throws(CommitFailure) {
    var transaction = Transaction()
    transaction.forgotten = requests
    transaction.counters = committed.counters
    try storage.commit(transaction)
    handled.subtract(requests)
  }

  /// Calls `body` between two commits: what it finds in the storage is the office it is given.
  ///
  /// Commits wait for it, so it only begins what takes longer, such as a read transaction.
  ///
  /// - Throws: what `body` throws.
  public func betweenCommits<Result: Sendable>(
    _ body: @Sendable (Office) throws -> Result
  ) rethrows -> Result {
    try body(committed)
  }

  /// Takes other rules from the next command on, such as another list of admins.
  public func adopt(_ rules: OfficeRules) {
    committed.adopt(rules)
    published.withLock { $0.adopt(rules) }
  }

  // MARK: Committing

  private nonisolated func scheduleCommit() {
    executor.async { self.assumeIsolated { $0.commitWaiting() } }
  }

  private func commitWaiting() {
    var decided = undecided()
    var batch: [Waiting] = []
    // Clients woken by the last commit may send their next command while the first commands of this batch are
    // being decided. They join the batch, for the disk takes most of the time.
    while case let arrived = takeWaiting(atMost: Self.batchCommandsMax - batch.count), !arrived.isEmpty {
      decide(arrived, into: &decided)
      batch += arrived
    }
    // None if those who asked for this commit travelled with the last one.
    if !batch.isEmpty {
      commit(batch, decided)
      stayAwake()
    }
  }

  /// Waits a moment for the next command without giving up the thread. A client that was just answered often sends
  /// its next command at once, and waking the thread costs a good part of a booking.
  private nonisolated func stayAwake() {
    let start = ContinuousClock.now
    while waitingCount == 0, ContinuousClock.now - start < Self.awakeAfterCommit {}
  }

  private nonisolated func takeWaiting(atMost count: Int) -> [Waiting] {
    let (taken, isMore) = waiting.withLock { waiting in
      let taken = Array(waiting.prefix(count))
      waiting.removeFirst(taken.count)
      return (taken, !waiting.isEmpty)
    }
    if isMore { scheduleCommit() }
    return taken
  }

  private func commit(_ batch: [Waiting], _ decided: Decided) {
    do throws(CommitFailure) {
      if decided.needsSaving {
        try storage.commit(decided.transaction)
        committed = decided.office
        published.withLock { $0 = decided.office }
        changed.tell()
      }
      remember(decided)
      for (waiting, answer) in zip(batch, decided.answers) { waiting.continuation.resume(returning: answer) }
    } catch {
      if case .constraint = error, batch.count > 1 {
        // One of them is poisoned: alone, it fails alone.
        for waiting in batch {
          var decided = undecided()
          decide([waiting], into: &decided)
          commit([waiting], decided)
        }
      } else {
        for waiting in batch { waiting.continuation.resume(returning: .failure(.notSaved(error))) }
      }
    }
  }

  /// What a batch comes to, before any of it is durable.
  private struct Decided {
    var office: Office
    var transaction = Transaction()
    var answers: [Result<Outcome, Refusal>] = []
    var requests: Set<RequestID> = []

    /// Requests that changed nothing can wait for a transaction that something needs.
    var needsSaving: Bool {
      !transaction.changes.isEmpty || !transaction.journal.isEmpty
        || transaction.handled.count >= OfficeState.unsavedRequestsMax
    }
  }

  /// What is committed, for commands to be decided.
  private func undecided() -> Decided {
    var decided = Decided(office: committed)
    decided.transaction.handled = unsavedRequests
    return decided
  }

  private func decide(_ arrived: [Waiting], into decided: inout Decided) {
    let now = now().roundedToMilliseconds
    for waiting in arrived {
      if let request = waiting.request,
        handled.contains(request) || !decided.requests.insert(request).inserted
      {
        decided.answers.append(.success(.alreadyHandled))
        continue
      }
      if let request = waiting.request {
        decided.transaction.handled.append(HandledRequest(id: request, at: now))
      }
      do throws(Rejection) {
        let events = try decided.office.perform(waiting.command, by: waiting.principal, at: now)
        decided.answers.append(.success(events.isEmpty ? .alreadySo : .done(events)))
        decided.transaction.journal += events.map {
          JournalEntry(at: now, principal: waiting.principal, event: $0)
        }
      } catch {
        decided.answers.append(.failure(.rejected(error)))
      }
    }
    decided.transaction.changes += decided.office.takeChanges()
    decided.transaction.counters = decided.office.counters
  }

  private func remember(_ decided: Decided) {
    handled.formUnion(decided.requests)
    unsavedRequests = decided.needsSaving ? [] : decided.transaction.handled
  }
}

extension Date {
  /// The moment as precisely as it is stored, so that what is loaded equals what was in memory.
  var roundedToMilliseconds: Date {
    Date(timeIntervalSince1970: (timeIntervalSince1970 * 1000).rounded() / 1000)
  }
}
