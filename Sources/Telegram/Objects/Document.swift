/// A file in a message, as it was sent.
public struct Document: Sendable, Hashable, Decodable {
  /// By which it can be fetched or sent again.
  public let fileID: FileID
  /// As the sender named it.
  public let fileName: String?
  /// In bytes; files over 20 MB cannot be fetched.
  public let fileSize: Int?

  enum CodingKeys: String, CodingKey {
    case fileID = "file_id"
    case fileName = "file_name"
    case fileSize = "file_size"
  }

  /// A document, for tests.
  public init(fileID: FileID, fileName: String? = nil, fileSize: Int? = nil) {
    self.fileID = fileID
    self.fileName = fileName
    self.fileSize = fileSize
  }
}
