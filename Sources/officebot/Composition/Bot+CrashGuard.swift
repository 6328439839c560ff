import BotLoop
import Foundation
import Jobs
import Logging
import OfficeConfiguration
import Persistence

extension Bot {
  /// Opens the notes of what is in hand; without them the bot goes on, and nothing is passed over.
  func openNotes() -> InHandNotes? {
    do throws(OpeningError) {
      let notes = try InHandNotes(
        folder: configuration.data,
        failed: { [logger] reason in
          logger.error("what is in hand cannot be noted; work goes on", metadata: ["reason": "\(reason)"])
        })
      if notes.diedUnder > 0 {
        logger.warning(
          "the process before this one died with work in hand; what comes again is done one at a time",
          metadata: ["in_hand": "\(notes.diedUnder)"])
      }
      return notes
    } catch {
      logger.error("what is in hand cannot be noted; work goes on", metadata: ["reason": "\(error)"])
      return nil
    }
  }
}

extension Job {
  /// The job, but passed over when the process died twice under it; the next time that it is due it is tried again.
  func watched(by crashGuard: CrashGuard, _ logger: Logger) -> Job {
    Job(name: name, nextDue: nextDue, needsBelievedClock: needsBelievedClock) {
      guard try await crashGuard.watch(job: name, work) else {
        return logger.error(
          "a job ended the process twice; it is left out this time", metadata: ["job": "\(name)"])
      }
    }
  }
}
