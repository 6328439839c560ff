import Foundation
import Synchronization

/// Destination of log lines.
protocol LineDestination: Sendable {
  /// Writes whole lines; called from one thread at a time, may block.
  func write(_ lines: [UInt8]) throws(SystemFailure)
}

/// Standard output or error.
struct StandardStream: LineDestination {
  let descriptor: Int32

  func write(_ lines: [UInt8]) throws(SystemFailure) { try writeAll(lines, to: descriptor) }
}

/// Lines on their way to one destination, written on a thread of its own: logging never waits and never
/// fails. What the destination does not take is lost to it, and counted.
final class LineQueue: Sendable {
  /// What becomes of the destination.
  enum Change {
    case failed(String)
    case goesOn(linesLost: Int)
  }

  private struct State {
    var lines: [UInt8] = []
    var count = 0
    var isWriting = false
    var hasFailed = false
    /// Since lines were last written.
    var lost = 0
    var lostInAll = 0

    mutating func lose(_ count: Int) {
      lost += count
      lostInAll += count
    }
  }

  /// Lines that find more than this waiting are lost.
  static let bytesMax = 4 * 1_048_576

  private let destination: any LineDestination
  private let changed: @Sendable (Change) -> Void
  private let queue: DispatchQueue
  private let state = Mutex(State())

  /// - Parameter changed: told when lines begin to be lost, and when it goes on; on the writing thread.
  init(
    _ label: String, to destination: any LineDestination, changed: @escaping @Sendable (Change) -> Void
  ) {
    self.destination = destination
    self.changed = changed
    queue = DispatchQueue(label: label)
  }

  /// Lines lost to the destination so far.
  var linesLost: Int { state.withLock(\.lostInAll) }

  func add(_ line: [UInt8]) {
    let isFirst = state.withLock { state in
      guard state.lines.count + line.count <= Self.bytesMax else {
        state.lose(1)
        return false
      }
      state.lines += line
      state.count += 1
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if isFirst { queue.async { self.write() } }
  }

  /// Calls back when everything that was added before is written or lost.
  func whenWritten(_ done: @escaping @Sendable () -> Void) { queue.async(execute: done) }

  private func write() {
    while let (lines, count) = next() {
      do throws(SystemFailure) {
        try destination.write(lines)
        let lost = state.withLock { state in
          defer { (state.hasFailed, state.lost) = (false, 0) }
          return state.lost
        }
        if lost > 0 { changed(.goesOn(linesLost: lost)) }
      } catch {
        let isFirst = state.withLock { state in
          state.lose(count)
          defer { state.hasFailed = true }
          return !state.hasFailed
        }
        if isFirst { changed(.failed(error.description)) }
      }
    }
  }

  private func next() -> (lines: [UInt8], count: Int)? {
    state.withLock { state in
      guard !state.lines.isEmpty else {
        state.isWriting = false
        return nil
      }
      defer { (state.lines, state.count) = ([], 0) }
      return (state.lines, state.count)
    }
  }
}
