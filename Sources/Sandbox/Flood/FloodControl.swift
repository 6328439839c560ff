import Foundation

/// Refuses what comes too fast, and the longer the more it comes.
struct FloodControl {
  private struct Bucket {
    var level: Double
    var filled: Date
    var blockedUntil: Date?
    var penalty = FloodControl.firstPenalty

    /// Takes one message, or says for how many seconds none is taken.
    mutating func take(_ pace: FloodLimits.Pace, at now: Date) -> Int? {
      level = min(pace.burst, level + now.timeIntervalSince(filled) * pace.perSecond)
      filled = now
      if let until = blockedUntil {
        if now < until {
          // Early retries prolong the wait.
          penalty = min(penalty * 2, FloodControl.longestPenalty)
          blockedUntil = max(until, now.addingTimeInterval(penalty))
          return wait(at: now)
        }
        blockedUntil = nil
      }
      if level >= 1 {
        level -= 1
        if level >= pace.burst / 2 { penalty = FloodControl.firstPenalty }
        return nil
      }
      blockedUntil = now.addingTimeInterval(max(penalty, (1 - level) / pace.perSecond))
      return wait(at: now)
    }

    private func wait(at now: Date) -> Int {
      max(1, Int((blockedUntil ?? now).timeIntervalSince(now).rounded(.up)))
    }
  }

  /// Seconds of the first refusal.
  fileprivate static let firstPenalty: TimeInterval = 3
  /// Refusals grow up to so many seconds.
  fileprivate static let longestPenalty: TimeInterval = 300
  /// Uploads from so many bytes on are paced when they are of exactly equal size.
  private static let pacedUploadBytes = 100_000
  /// So many of them may come within ``pacedUploadWindow``.
  private static let pacedUploadsMax = 12
  private static let pacedUploadWindow: TimeInterval = 5
  private static let pacedUploadWait = 60

  var limits: FloodLimits?
  private var overall: Bucket?
  private var chats: [Int64: Bucket] = [:]
  private var uploads: [Int: [Date]] = [:]

  init(_ limits: FloodLimits?) {
    self.limits = limits
  }

  /// Counts a message or an edit in a chat.
  mutating func count(chat: Int64, isGroup: Bool, at now: Date) throws(Refusal) {
    guard let limits else { return }
    let pace = isGroup ? limits.perGroup : limits.perChat
    var bucket = chats[chat] ?? Bucket(level: pace.burst, filled: now)
    let wait = bucket.take(pace, at: now)
    chats[chat] = bucket
    if let wait { throw .tooManyRequests(retryAfter: wait) }
    var all = overall ?? Bucket(level: limits.overall.burst, filled: now)
    let waitOverall = all.take(limits.overall, at: now)
    overall = all
    if let waitOverall { throw .tooManyRequests(retryAfter: waitOverall) }
  }

  /// Counts an upload: a broadcast by upload instead of by `file_id` is refused.
  mutating func count(uploadOf bytes: Int, at now: Date) throws(Refusal) {
    guard limits != nil, bytes > Self.pacedUploadBytes else { return }
    var recent = uploads[bytes, default: []].filter { now.timeIntervalSince($0) < Self.pacedUploadWindow }
    defer { uploads = [bytes: recent] }
    guard recent.count < Self.pacedUploadsMax else {
      throw .tooManyRequests(retryAfter: Self.pacedUploadWait)
    }
    recent.append(now)
  }
}
