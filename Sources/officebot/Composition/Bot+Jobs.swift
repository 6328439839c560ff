import BotLoop
import Foundation
import Jobs
import Logs
import OfficeActor
import OfficeConfiguration
import Persistence
import Vitals

extension Bot {
  /// Takes the office's snapshots. Notes how old the newest one is.
  func snapshotKeeper(of office: OpenOffice) -> SnapshotKeeper {
    // A folder that cannot be read is the job's to tell.
    if let newest = try? office.snapshots.snapshots(at: clock.now).first {
      vitals.noteSnapshot(age: .seconds(clock.now.timeIntervalSince(newest.takenAt)))
    }
    return SnapshotKeeper(
      folder: office.snapshots,
      rotation: SnapshotRotation(
        hourly: configuration.snapshots.keepHourly, daily: configuration.snapshots.keepDaily,
        timeZone: configuration.rules.timeZone),
      state: office.state, database: office.database, now: { clock.now },
      isClockBelieved: { clock.isBelieved })
  }

  /// What is done at set times.
  func jobs(
    of office: OpenOffice, _ keeper: SnapshotKeeper, _ talk: Talk, by inForce: ConfigurationInForce
  ) -> [Job] {
    let digest = ErrorDigest(
      state: office.state, history: office.database, at: { inForce.current.jobs.digestAt },
      hasErrors: { [errors = logs.errors] in !errors.groups(from: $0, to: $1).isEmpty }, now: { clock.now })
    let jobs: [Job] = [
      cleanup(of: office, talk, by: inForce),
      .every(configuration.snapshots.every, "snapshot") {
        try await keeper.take()
        vitals.noteSnapshot(age: .zero)
      },
      digest.job,
    ]
    let opening = OpeningDays(state: office.state, now: { clock.now }).job
    return ([opening] + jobs + AttendanceDay(state: office.state, now: { clock.now }).jobs)
      .map { $0.watched(by: talk.crashGuard, logger) }
  }

  /// Removes what is kept no longer, and unlinks who has left the company's group.
  private func cleanup(of office: OpenOffice, _ talk: Talk, by inForce: ConfigurationInForce) -> Job {
    let retention = configuration.retention
    let cleanup = Cleanup(
      state: office.state, database: office.database, chats: talk.chats,
      retention: Cleanup.Retention(
        bookingsDays: retention.bookingsDays, journalDays: retention.journalDays,
        noticesDays: retention.noticesDays),
      now: { clock.now })
    let leavers = talk.loop.group.map { group in
      Leavers(state: office.state, logger: logger) { account in await group.standing(of: account) }
    }
    return .daily(
      "cleanup", at: { inForce.current.jobs.cleanupAt }, in: configuration.rules.timeZone,
      needsBelievedClock: true
    ) {
      try await cleanup.run()
      logs.errors.forget(before: clock.now - TimeInterval(86_400 * retention.errorsDays))
      try await leavers?.run()
    }
  }
}
