/// When a log begins a new file, and how long the old ones stay.
public struct LogRotation: Sendable, Hashable {
  /// A file does not grow beyond this.
  public var bytesMax: Int
  /// A file does not hold what was written over a longer time.
  public var ageMax: Duration
  /// Old files kept at the most; then the oldest goes.
  public var filesMax: Int
  /// An old file stays this long after its last line; checked whenever a new one begins.
  public var keptFor: Duration

  /// At most 20 MB and a day in a file, at most 60 old files, for 30 days.
  public init(
    bytesMax: Int = 20_000_000, ageMax: Duration = .seconds(86_400), filesMax: Int = 60,
    keptFor: Duration = .seconds(30 * 86_400)
  ) {
    self.bytesMax = bytesMax
    self.ageMax = ageMax
    self.filesMax = filesMax
    self.keptFor = keptFor
  }
}
