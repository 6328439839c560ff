public import Foundation
import OfficeActor

/// Decides which snapshots are kept: the last of each of the latest hours and of each of the latest days that have any, and
/// the latest that were taken by hand.
///
/// Hours and days are those of the office's clocks. Counted are hours and days with snapshots, so that a time
/// without any, or a clock that jumped ahead, costs none of those that are there.
public struct SnapshotRotation: Sendable, Hashable {
  /// Hours of which the last snapshot is kept; at least one.
  public var hourly: Int
  /// Days of which the last snapshot is kept.
  public var daily: Int
  /// Number of snapshots taken by hand that are kept, regardless of age: one taken before a change may be needed days
  /// later, and the stop that restoring requires must not remove it.
  public static let byHandMax = 14

  /// The office's.
  public var timeZone: TimeZone

  /// As configured.
  public init(hourly: Int, daily: Int, timeZone: TimeZone) {
    precondition(hourly > 0, "the newest snapshot is always kept")
    self.hourly = hourly
    self.daily = daily
    self.timeZone = timeZone
  }

  /// The moments of those that are not kept.
  ///
  /// Those that a wrong clock has dated ahead stay until their time has come, and do not push out any other.
  ///
  /// - Parameter byHand: the moments of those that were taken by hand.
  public func outdated(_ moments: [Date], byHand: Set<Date> = [], at now: Date) -> [Date] {
    let past = moments.filter { $0 <= now }.sorted(by: >)
    let kept =
      latest(hourly, of: past, by: hour) + latest(daily, of: past) { Day(containing: $0, in: timeZone) }
      + past.filter(byHand.contains).prefix(Self.byHandMax)
    let keptOnes = Set(kept)
    return past.filter { !keptOnes.contains($0) }
  }

  /// The last moment of each of the latest periods, of moments of which the newest comes first.
  private func latest<Period: Hashable>(
    _ count: Int, of moments: [Date], by period: (Date) -> Period
  ) -> [Date] {
    var periods: Set<Period> = []
    return moments.filter { periods.count < count && periods.insert(period($0)).inserted }
  }

  /// An hour that comes twice, when clocks are put back, is two.
  private struct Hour: Hashable {
    let number: Int
    let secondsFromGMT: Int
  }

  private func hour(of moment: Date) -> Hour {
    let secondsFromGMT = timeZone.secondsFromGMT(for: moment)
    let clock = moment.timeIntervalSince1970 + Double(secondsFromGMT)
    return Hour(number: Int((clock / 3600).rounded(.down)), secondsFromGMT: secondsFromGMT)
  }
}
