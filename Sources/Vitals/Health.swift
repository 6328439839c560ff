public import Foundation

/// Whether the process does its work, and if not, what has stalled.
public struct Health: Sendable, Hashable, Codable {
  /// What has stalled, in words for the operator; empty if all is well.
  public let problems: [String]
  /// Which process says so.
  public let pid: Int32
  /// Seconds since it started.
  public let uptime: Int

  /// Whether nothing has stalled.
  public var isGood: Bool { problems.isEmpty }

  /// No poll takes half as long.
  public static let pollMax = Duration.seconds(180)
  /// Whoever tapped gives up long before.
  public static let commitMax = Duration.seconds(30)
  /// Telegram never makes a chat wait as long.
  public static let deliveryMax = Duration.seconds(600)

  /// A health, for tests.
  public init(problems: [String], pid: Int32 = getpid(), uptime: Int = 0) {
    self.problems = problems
    self.pid = pid
    self.uptime = uptime
  }

  /// One JSON object on a line.
  public var json: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Numbers and text can always be encoded.
    return ((try? encoder.encode(self)) ?? Data()) + Data("\n".utf8)
  }
}

extension Vitals {
  /// Whether polling, committing and delivering go on.
  ///
  /// - Parameter polls: false where Telegram delivers updates by itself.
  public func health(of office: OfficeFigures, polls: Bool = true) -> Health {
    let (notes, now) = (notes, now())
    var problems: [String] = []
    if polls, now - notes.polledAt > Health.pollMax {
      problems.append("polling: Telegram gave no updates for \((now - notes.polledAt).inSeconds)")
    }
    if let began = notes.commitBeganAt, now - began > Health.commitMax {
      problems.append("committing: the disk has not answered for \((now - began).inSeconds)")
    }
    if let failure = notes.commitFailure {
      problems.append("committing: the last change could not be saved: \(failure)")
    }
    if let due = office.oldestNoticeDueFor, due > Health.deliveryMax,
      now - notes.noticeSettledAt > Health.deliveryMax, now - notes.telegramAnsweredAt <= Health.pollMax
    {
      problems.append(
        "delivering: of \(office.noticesOwed) notices, the oldest is due for \(due.inSeconds), and none goes out"
      )
    }
    return Health(problems: problems, uptime: Int((now - startedAt).components.seconds))
  }
}

extension Duration {
  fileprivate var inSeconds: String { "\(components.seconds) s" }
}
