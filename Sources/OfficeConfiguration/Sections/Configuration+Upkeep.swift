package import Foundation
package import Logging
package import OfficeActor

// What the program does for itself: daily jobs, snapshots, what is kept how long, logs.

extension Configuration {
  /// When the daily jobs run.
  package struct Jobs: Sendable, Hashable {
    package var cleanupAt = TimeOfDay(hour: 3, minute: 30)
    package var digestAt = TimeOfDay(hour: 9, minute: 0)
  }

  /// Copies of the whole state from which the office can be restored.
  package struct Snapshots: Sendable, Hashable {
    /// May not exist yet.
    package var folder: URL
    package var every = Duration.seconds(3600)
    package var keepHourly = 24
    package var keepDaily = 14
  }

  /// How many days things are kept.
  package struct Retention: Sendable, Hashable {
    package var bookingsDays = 90
    package var journalDays = 365
    package var errorsDays = 30
    package var noticesDays = 30
  }

  package struct Logs: Sendable, Hashable {
    /// May not exist yet.
    package var folder: URL
    package var level = Logger.Level.info
  }
}

extension Configuration.Jobs {
  init(reading section: Section) {
    self.init()
    cleanupAt = section.read("cleanup_at", .timeOfDay, or: cleanupAt)
    digestAt = section.read("digest_at", .timeOfDay, or: digestAt)
  }
}

extension Configuration.Snapshots {
  init(reading section: Section) {
    self.init(folder: section.folder("folder", or: "../snapshots"))
    every = section.read("every", .duration(.seconds(60)...(.seconds(7 * 86_400))), or: every)
    keepHourly = section.read("keep_hourly", .integer(1...1000), or: keepHourly)
    keepDaily = section.read("keep_daily", .integer(0...1000), or: keepDaily)
  }
}

extension Configuration.Retention {
  private static let days = 1...3650
  /// Who sat where counts for eight weeks: for plans, and for «Как обычно».
  private static let bookingsDays = OfficeActor.Office.visitsCountForDays...3650

  init(reading section: Section) {
    self.init()
    bookingsDays = section.read("bookings_days", .integer(Self.bookingsDays), or: bookingsDays)
    journalDays = section.read("journal_days", .integer(Self.days), or: journalDays)
    errorsDays = section.read("errors_days", .integer(Self.days), or: errorsDays)
    noticesDays = section.read("notices_days", .integer(Self.days), or: noticesDays)
  }
}

extension Configuration.Logs {
  init(reading section: Section) {
    self.init(folder: section.folder("folder", or: "../logs"))
    level = section.read("level", .word(), or: level)
  }
}
