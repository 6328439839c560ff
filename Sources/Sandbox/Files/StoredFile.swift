public import Foundation

/// A file that Telegram keeps.
public struct StoredFile: Hashable, Sendable {
  /// What a file is, which decides where its id may be used.
  public enum Kind: String, Sendable {
    case photo = "Photo"
    case document = "Document"
    case voice = "VoiceNote"
    case sticker = "Sticker"
  }

  /// What it is.
  public let kind: Kind
  /// `file_unique_id`.
  public let uniqueID: String
  /// `file_id` of the whole file.
  public let id: String
  /// The file's name, for documents.
  public let name: String?
  /// The media type.
  public let mediaType: String
  /// Width in pixels, for photos.
  public let width: Int
  /// Height in pixels, for photos.
  public let height: Int
  /// The content.
  public let bytes: Data

  /// Files are compared by what they are, not by their bytes: equal photos are one file.
  public static func == (one: StoredFile, other: StoredFile) -> Bool { one.uniqueID == other.uniqueID }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(uniqueID) }

  /// `file_path` of `getFile`.
  var path: String {
    switch kind {
    case .photo: "photos/\(uniqueID).\(mediaType == "image/png" ? "png" : "jpg")"
    case .document: "documents/\(uniqueID)_\(name ?? "file")"
    case .voice: "voice/\(uniqueID).oga"
    case .sticker: "stickers/\(uniqueID).webp"
    }
  }
}
