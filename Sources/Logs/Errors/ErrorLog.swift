public import Foundation
public import Logging
public import OfficeActor
import Synchronization

/// What went wrong in any part, grouped by kind and place, for admins.
///
/// It counts from the start of the process, and keeps what it counts from ``keep(in:logger:)`` on. Counting and
/// reading never wait for the disk; `errors.db` is written at most ``writtenWithin`` later. While it cannot be
/// written, everything stays in memory, and is tried again.
public final class ErrorLog: Sendable {
  /// What is counted is in the file so soon.
  public static let writtenWithin = Duration.seconds(1)
  /// An example is cut beyond this.
  public static let exampleBytesMax = 1_000
  static let kindBytesMax = 300
  /// After a failure the file is tried again so soon.
  private static let triedAgainAfter = Duration.seconds(10)

  private struct State {
    var table = ErrorTable()
    /// Groups whose rows may differ from the table's; nil if all may.
    var changed: Set<Int>? = []
    var isScheduled = false

    /// What an earlier process left comes before what was counted since.
    mutating func begin(with earlier: ErrorTable) {
      let later = table
      table = earlier
      for (key, group) in later.groups {
        for count in group.counts { _ = table.add(count, to: key, example: group.example) }
      }
      changed = nil
    }

    /// Takes what has not been written yet; from then on it counts as written.
    mutating func takeChanges() -> (ErrorTable, Set<Int>?)? {
      if changed?.isEmpty == true { return nil }
      defer { changed = [] }
      return (table, changed)
    }
  }

  private let now: @Sendable () -> Date
  private let state = Mutex(State())
  /// Used on the queue, but for being given.
  private let file = Mutex<ErrorFile?>(nil)
  private let queue = DispatchQueue(label: "errors.db")

  /// An empty log, in memory.
  public init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

  /// Goes on from what `errors.db` in the folder holds, and keeps everything there.
  ///
  /// A damaged file is moved aside and a new one begun.
  ///
  /// - Parameters:
  ///   - folder: must be there.
  ///   - logger: told what is wrong with the file.
  public func keep(in folder: URL, logger: Logger) {
    file.withLock { $0 = ErrorFile(folder.appending(path: "errors.db"), logger: logger, now: now) }
    state.withLock { $0.changed = nil }
    queue.sync { store() }
  }

  /// Counts an error; never waits. The texts are within their bounds and free of secrets.
  func count(_ kind: String, at place: String, example: String) {
    let moment = now()
    let count = ErrorTable.Count(
      quarter: ErrorTable.quarter(of: moment), count: 1, first: moment, last: moment)
    state.withLock { state in
      let id = state.table.add(count, to: ErrorTable.Key(kind: kind, place: place), example: example)
      state.changed?.insert(id)
    }
    schedule(after: Self.writtenWithin / 2)
  }

  /// What went wrong within a span of time, the newest first.
  ///
  /// Both ends are rounded down to the quarter of an hour, so that of spans that follow one another every error
  /// is in exactly one.
  public func groups(from start: Date = .distantPast, to end: Date = .distantFuture) -> [ErrorGroup] {
    state.withLock { $0.table.groups(from: start, to: end) }
  }

  /// What went wrong within a span of time, as for ``groups(from:to:)``, the most frequent first.
  public func mostFrequentGroups(from start: Date, to end: Date) -> [ErrorGroup] {
    groups(from: start, to: end).sorted { $0.count > $1.count }
  }

  /// Forgets errors that happened before a moment, up to a quarter of an hour more or less.
  public func forget(before moment: Date) {
    state.withLock { state in
      let ids = state.table.forget(before: moment)
      state.changed?.formUnion(ids)
    }
    schedule(after: .zero)
  }

  /// Calls back when everything counted before is in the file, or could not be written. The file is closed
  /// until it is needed again.
  func whenClosed(_ done: @escaping @Sendable () -> Void) {
    queue.async {
      self.store()
      self.file.withLock { $0?.close() }
      done()
    }
  }

  // MARK: The file

  private func schedule(after pause: Duration) {
    let isFirst = state.withLock { state in
      defer { state.isScheduled = true }
      return !state.isScheduled
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + pause.timeInterval) { [weak self] in self?.store() }
  }

  /// Brings the file up to date; on the queue.
  private func store() {
    let isNeeded = state.withLock { state in
      state.isScheduled = false
      return state.changed?.isEmpty != true
    }
    guard isNeeded else { return }
    file.withLock { file in
      guard file != nil else { return }
      do throws(ErrorStore.Failure) {
        if let earlier = try file?.open() { state.withLock { $0.begin(with: earlier) } }
        guard let (table, changed) = state.withLock({ $0.takeChanges() }) else { return }
        try file?.write(table, changed: changed)
      } catch {
        state.withLock { $0.changed = nil }
        file?.failed(error)
        schedule(after: Self.triedAgainAfter)
      }
    }
  }
}
