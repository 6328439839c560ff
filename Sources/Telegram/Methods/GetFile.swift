/// Prepares a file that somebody sent for ``BotAPI/download(_:bytesMax:)``; at most 20 MB.
public struct GetFile: BotMethod {
  /// The file, with its path on the server.
  public typealias Answer = File
  /// `getFile`
  public static let name = "getFile"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Identifier of the file to prepare.
  public let fileID: FileID

  /// A file to prepare.
  public init(fileID: FileID) { self.fileID = fileID }
}
