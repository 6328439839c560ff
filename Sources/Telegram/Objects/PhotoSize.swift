/// One size of a photo. A message has several; the last is the largest.
public struct PhotoSize: Sendable, Hashable, Decodable {
  /// By which this bot can send it again.
  public let fileID: FileID
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int

  enum CodingKeys: String, CodingKey {
    case fileID = "file_id"
    case width, height
  }

  /// A size, for tests.
  public init(fileID: FileID, width: Int, height: Int) {
    self.fileID = fileID
    self.width = width
    self.height = height
  }
}
