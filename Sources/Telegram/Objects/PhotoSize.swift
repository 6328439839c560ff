/// One size of a photo. A message has several: ``Message/largestPhoto``.
public struct PhotoSize: Sendable, Hashable, Decodable {
  /// By which this bot can send it again.
  public let fileID: FileID
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int

  /// A floating-point number, because other people's numbers may have any product.
  var pixels: Double { Double(width) * Double(height) }

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

extension PhotoSize {
  /// Needs no more than the file's id; a length that cannot be read counts as none.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      fileID: try fields.decode(FileID.self, forKey: .fileID),
      width: (try? fields.decode(Int.self, forKey: .width)) ?? 0,
      height: (try? fields.decode(Int.self, forKey: .height)) ?? 0)
  }
}
