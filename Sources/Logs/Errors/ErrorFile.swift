import Foundation
import Logging

/// The error log's file through damage and full disks: opened when it is needed, and again after a failure.
struct ErrorFile {
  private let url: URL
  private let logger: Logger
  private let now: @Sendable () -> Date
  private var store: ErrorStore?
  private var isLoaded = false
  private var hasFailed = false

  init(_ url: URL, logger: Logger, now: @escaping @Sendable () -> Date) {
    self.url = url
    self.logger = logger
    self.now = now
  }

  /// Opens the file if it is not open; a damaged one is moved aside, and a new one begun.
  ///
  /// - Returns: what an earlier process left, the first time.
  mutating func open() throws(ErrorStore.Failure) -> ErrorTable? {
    guard store == nil else { return nil }
    do {
      return try openOnce()
    } catch .damaged(let reason) {
      try moveAside(reason)
      return try openOnce()
    }
  }

  /// Makes the file as the table is; what may differ is said by `changed`, all if it is nil.
  ///
  /// - Throws: after closing the file; the next time everything must be written.
  mutating func write(_ table: ErrorTable, changed: Set<Int>?) throws(ErrorStore.Failure) {
    do {
      try store?.write(table, changed: changed)
    } catch {
      store = nil
      if case .damaged(let reason) = error { try moveAside(reason) }
      throw error
    }
    if hasFailed { logger.notice("the error log is kept again") }
    hasFailed = false
  }

  /// Leaves everything in the file itself, nothing in SQLite's log beside it.
  mutating func close() { store = nil }

  /// Says once that it cannot be kept.
  mutating func failed(_ failure: ErrorStore.Failure) {
    if !hasFailed {
      logger.error("the error log cannot be kept; it stays in memory", metadata: ["reason": "\(failure)"])
    }
    hasFailed = true
  }

  private mutating func openOnce() throws(ErrorStore.Failure) -> ErrorTable? {
    let opened = try ErrorStore(url)
    let earlier = isLoaded ? nil : try opened.load()
    (store, isLoaded) = (opened, true)
    return earlier
  }

  private func moveAside(_ reason: String) throws(ErrorStore.Failure) {
    let path = url.path(percentEncoded: false)
    let aside = "\(path).damaged-\(now().logFileText)"
    // The log first: left behind by a kill in the middle, it would be read into the new file.
    for suffix in ["-wal", "-shm", ""] where FileManager.default.fileExists(atPath: path + suffix) {
      guard rename(path + suffix, aside + suffix) == 0 else {
        throw .unusable(SystemFailure("rename").description)
      }
    }
    logger.error(
      "the error log was damaged; it was moved aside, and a new one begun",
      metadata: ["reason": "\(reason)", "moved_to": "\(aside)"])
  }
}
