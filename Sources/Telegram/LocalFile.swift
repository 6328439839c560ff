import Foundation

/// A file that a Bot API server in local mode keeps on a disk which this process may see too.
///
/// Its path has the bot's token in it, so no error names it.
struct LocalFile {
  let path: String

  /// - Throws: `fileRefused` if it is longer than `bytesMax`, or cannot be read here.
  func contents(bytesMax: Int) throws(TelegramError) -> Data {
    // Anything but a plain file, a pipe for one, might never end.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular
    else { throw Self.outOfReach("the server names a file that is not there") }
    guard let size = attributes[.size] as? Int, size <= bytesMax else { throw TelegramClient.tooLong }
    guard let file = FileHandle(forReadingAtPath: path), let bytes = try? file.read(upToCount: bytesMax + 1)
    else {
      guard size == 0 else { throw Self.outOfReach("the file may not be read") }
      return Data()
    }
    guard bytes.count <= bytesMax else { throw TelegramClient.tooLong }
    return bytes
  }

  private static func outOfReach(_ description: String) -> TelegramError {
    .fileRefused(.outOfReach, description: description, method: TelegramClient.download)
  }
}
