import Foundation
import Logs
import OfficeActor
import Vitals

/// Puts together health and metrics of the process.
struct Monitor: Sendable {
  let vitals: Vitals
  let state: OfficeState
  let logs: ProcessLogs
  /// Whether updates are asked for; false where Telegram delivers them by itself.
  let polls: Bool
  let now: @Sendable () -> Date

  var health: Health { vitals.health(of: figures, polls: polls) }

  /// As Prometheus reads it.
  var metrics: String {
    let figures = figures
    return vitals.exposition(
      of: figures, health: vitals.health(of: figures, polls: polls), logLinesLost: logs.linesLost)
  }

  private var figures: OfficeFigures {
    let (office, now) = (state.office, now())
    let due = office.noticesDue(at: now)
    return OfficeFigures(
      noticesOwed: office.notices.count - office.noticesGivenUp.count,
      oldestNoticeDueFor: due.map(\.dueAt).min().map { .seconds(now.timeIntervalSince($0)) },
      offersOpen: office.offers.count)
  }
}
