/// A file ready to be fetched for at least an hour.
public struct File: Sendable, Hashable, Decodable {
  /// Identifier of the file.
  public let fileID: FileID
  /// In bytes, if known.
  public let fileSize: Int?
  /// Its path on the server; absent if it cannot be fetched.
  public let filePath: String?

  enum CodingKeys: String, CodingKey {
    case fileID = "file_id"
    case fileSize = "file_size"
    case filePath = "file_path"
  }

  /// A file, for tests.
  public init(fileID: FileID, fileSize: Int? = nil, filePath: String? = nil) {
    self.fileID = fileID
    self.fileSize = fileSize
    self.filePath = filePath
  }
}
