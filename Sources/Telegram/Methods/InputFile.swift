public import Foundation

/// A photo to send: one that Telegram has, or a new one.
public typealias InputPhoto = InputFile

/// A file to send: one that Telegram has, or a new one.
public enum InputFile: Sendable, Hashable {
  /// Sent before by this bot, as the same type of file.
  case fileID(FileID)
  /// At most 10 MB as a photo, 50 MB as a document.
  case upload(bytes: Data, name: String)

  /// The file to go along as `field`, if there is one.
  func upload(as field: String) -> [Upload] {
    switch self {
    case .fileID: []
    case .upload(let bytes, let name): [Upload(field: field, fileName: name, bytes: bytes)]
    }
  }

  /// The file's id, for a parameter that is a file itself when it is uploaded.
  var uploadedBefore: FileID? {
    switch self {
    case .fileID(let id): id
    case .upload: nil
    }
  }

  /// The file as a text inside an object, which an upload is found by.
  func reference(to field: String) -> String {
    switch self {
    case .fileID(let id): id.rawValue
    case .upload: "attach://\(field)"
    }
  }
}
