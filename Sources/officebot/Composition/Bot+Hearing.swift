import BotLoop
import Foundation
import Jobs
import OfficeActor
import Persistence
import Telegram

// Whether people are heard, and whether the clock is believed: what deadlines and cleanups ask first.

extension Bot {
  /// The hearing of the process.
  ///
  /// - Parameter api: asks Telegram, at a deadline, whether anything waits.
  func hearing(through api: any BotAPI, _ database: OfficeDatabase) -> HearingWatch {
    HearingWatch(
      waiting: {
        do throws(TelegramError) {
          return try await api.call(GetWebhookInfo()).pendingUpdates
        } catch {
          // Whatever else it answers, Telegram is there: polls tell the rest.
          if case .unavailable = error { throw error }
          return nil
        }
      }, save: { try database.remember(run: clock.now, of: "proof that the disk takes changes") },
      now: { clock.now })
  }

  /// The clock, watched from the last moment on that the data knew at the start.
  func clockWatch(of office: OpenOffice, _ keeper: SnapshotKeeper) -> ClockWatch {
    ClockWatch(
      lastKnown: office.lastKnown, reading: { clock.reading }, believed: { clock.isBelieved = $0 },
      remember: { try office.database.remember(run: $0, of: OfficeDatabase.clock) },
      doubted: { shown, lastBelieved in
        // Once, however often the process starts meanwhile.
        _ = try await office.state.perform(
          .tellAdmins(.clockDoubted(shown: shown, lastBelieved: lastBelieved)), by: .bot,
          request: RequestID(rawValue: -Int64(lastBelieved.timeIntervalSince1970)))
        try await keeper.keep(for: lastBelieved)
      }, sleep: { try await clock.sleep($0) }, logger: logger)
  }
}

extension HearingWatch {
  /// Takes what polling or the webhook tells.
  func note(_ reception: Reception) {
    switch reception {
    case .everything(let asked): noteAllHandled(asked: asked)
    case .nothing: note(.updatesUnread)
    }
  }
}
