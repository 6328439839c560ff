public import Foundation

/// A verified copy of the whole state in one file, from which the office can be restored.
public struct Snapshot: Sendable, Hashable {
  /// The file.
  public let url: URL
  /// What happened later is not in it.
  public let takenAt: Date

  /// The snapshot in a file: taken when its name says, or, if that was changed, when it was last written to.
  ///
  /// - Throws: ``OpeningError`` if there is no such file, or it is not a snapshot.
  public init(file url: URL) throws(OpeningError) {
    let path = url.path(percentEncoded: false)
    let status = try OpeningError.status(of: path)
    let writtenAt = Date(timeIntervalSince1970: TimeInterval(status.st_mtim.tv_sec))
    self.url = url
    takenAt = Self.moment(inName: url.lastPathComponent) ?? writtenAt
  }

  /// A snapshot of a folder of snapshots; nil if the file is something else.
  init?(named url: URL) {
    guard let takenAt = Self.moment(inName: url.lastPathComponent) else { return nil }
    self.url = url
    self.takenAt = takenAt
  }

  /// Stands in the file's header as SQLite's `application_id` if somebody asked for the snapshot: «hand».
  static let byHandMark: Int32 = 0x6861_6e64
  /// Offset of the mark in SQLite's header, highest byte first.
  private static let applicationIDPlace: UInt64 = 68

  /// Whether somebody asked for it; false if the file cannot be read.
  var isByHand: Bool {
    guard let file = try? FileHandle(forReadingFrom: url) else { return false }
    defer { try? file.close() }
    guard (try? file.seek(toOffset: Self.applicationIDPlace)) != nil,
      let bytes = try? file.read(upToCount: 4), bytes.count == 4
    else { return false }
    return bytes.reduce(0) { $0 << 8 | UInt32($1) } == UInt32(bitPattern: Self.byHandMark)
  }

  /// As names of files have it: «20261125T090000Z», which sorts by time.
  static func nameText(_ moment: Date) -> String {
    moment.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
  }

  /// «office-20261125T090000Z.sqlite».
  static func name(takenAt moment: Date) -> String { "office-\(nameText(moment)).sqlite" }

  private static func moment(inName name: String) -> Date? {
    guard let match = name.wholeMatch(of: /office-(\d{8}T\d{6}Z)\.sqlite/) else { return nil }
    let moment = try? Date(
      String(match.1), strategy: .iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    // A day or a minute that there is not would be read as another.
    return moment.flatMap { Self.name(takenAt: $0) == name ? $0 : nil }
  }
}
