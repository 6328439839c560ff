/// Prepares a file that somebody sent for ``BotAPI/download(_:bytesMax:)``; at most 20 MB.
public struct GetFile: BotMethod {
  /// Where it lies.
  public typealias Answer = File
  /// `getFile`
  public static let name = "getFile"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Which.
  public let fileID: FileID

  /// A file to prepare.
  public init(fileID: FileID) { self.fileID = fileID }
}
