public import Foundation
import Synchronization

/// The time that the sandbox goes by: Telegram's time, which can be moved forward.
public final class SandboxClock: Sendable {
  private enum Pace {
    /// Goes like the machine's clock, so many seconds ahead of it.
    case running(ahead: TimeInterval)
    /// Stands still until it is moved.
    case standing(Date)
  }

  private let pace: Mutex<Pace>
  private let file: URL?

  /// A clock that goes, or one that stands at a moment until it is moved.
  public init(standingAt date: Date? = nil) {
    pace = Mutex(date.map { .standing($0) } ?? .running(ahead: 0))
    file = nil
  }

  /// A clock that goes and keeps in a file how far it is ahead: a whole number of seconds as text.
  ///
  /// A bot that is to live in the same time reads that file; the clock itself reads it here, so
  /// that time does not fall back when the sandbox starts again.
  public init(file: URL) {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let ahead = TimeInterval(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    pace = Mutex(.running(ahead: ahead))
    self.file = file
    save(ahead)
  }

  /// What the clock shows.
  public var now: Date {
    pace.withLock { pace in
      switch pace {
      case .running(let ahead): Date(timeIntervalSinceNow: ahead)
      case .standing(let date): date
      }
    }
  }

  /// By how many seconds the clock is ahead of the machine's.
  public var ahead: TimeInterval {
    pace.withLock { pace in
      switch pace {
      case .running(let ahead): ahead
      case .standing(let date): date.timeIntervalSinceNow
      }
    }
  }

  /// Moves the clock forward. Nothing is told of it; see ``Sandbox/advance(by:)``.
  func advance(by duration: Duration) {
    let seconds = duration / .seconds(1)
    pace.withLock { pace in
      switch pace {
      case .running(let ahead):
        pace = .running(ahead: ahead + seconds)
        save(ahead + seconds)
      case .standing(let date): pace = .standing(date.addingTimeInterval(seconds))
      }
    }
  }

  private func save(_ ahead: TimeInterval) {
    guard let file else { return }
    // Whoever reads it keeps the old time when this fails; the page shows the new one.
    try? Data("\(Int(ahead.rounded()))\n".utf8).write(to: file, options: .atomic)
  }
}
