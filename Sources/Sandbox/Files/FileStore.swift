import Foundation

/// The files that Telegram keeps for one bot.
struct FileStore {
  /// The oldest file goes when there are more.
  static let filesMax = 2_000
  /// A bot downloads no larger file.
  static let downloadBytesMax = 20 * 1024 * 1024

  private let botID: Int64
  private var files: [String: StoredFile] = [:]
  private var order: [String] = []
  private var uniqueIDByDigest: [String: String] = [:]
  private var counter = 0

  init(botID: Int64) {
    self.botID = botID
  }

  /// Keeps an uploaded photo, or finds the file that has the same bytes.
  mutating func photo(_ bytes: Data) throws(Refusal) -> StoredFile {
    let header = try PictureHeader.check(bytes)
    let digest = Self.digest(of: bytes)
    if let known = uniqueIDByDigest[digest].flatMap({ files[$0] }), known.bytes == bytes { return known }
    let file = keep(
      .photo, name: nil, mediaType: header.mediaType, width: header.width, height: header.height, bytes)
    uniqueIDByDigest[digest] = file.uniqueID
    return file
  }

  /// Keeps a file that is not a photo.
  mutating func keep(
    _ kind: StoredFile.Kind, name: String?, mediaType: String, width: Int = 0, height: Int = 0, _ bytes: Data
  ) -> StoredFile {
    counter += 1
    let uniqueID = "AQAD\(Self.scrambled(counter, with: botID))"
    let file = StoredFile(
      kind: kind, uniqueID: uniqueID, id: Self.fileID(kind, uniqueID, botID: botID), name: name,
      mediaType: mediaType, width: width, height: height, bytes: bytes)
    files[uniqueID] = file
    order.append(uniqueID)
    if order.count > Self.filesMax, let oldest = files.removeValue(forKey: order.removeFirst()) {
      uniqueIDByDigest[Self.digest(of: oldest.bytes)] = nil
    }
    return file
  }

  /// The file with an id, if it is this bot's and of the right type.
  func file(_ id: String, as kind: StoredFile.Kind?) throws(Refusal) -> StoredFile {
    if id.contains(".") || id.contains("://") {
      throw .badRequest("failed to get HTTP URL content")
    }
    guard id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }) else {
      throw .badRequest("wrong remote file identifier specified: Wrong character in the string")
    }
    guard id.count > 12 else {
      throw .badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
    }
    // Looked up by what it says of itself: a bot that sends pictures by id does so with every screen.
    let uniqueID = id.drop { $0 != "-" }.dropFirst().dropLast()
    guard let file = files[String(uniqueID)], Self.isID(id, of: file) else {
      throw .badRequest("wrong file identifier/HTTP URL specified")
    }
    if let kind, file.kind != kind {
      throw .badRequest("can't use file of type \(file.kind.rawValue) as \(kind.rawValue)")
    }
    return file
  }

  /// The file at a path that `getFile` gave.
  func file(path: String) -> StoredFile? { files.values.first { $0.path == path } }

  /// The file with a `file_unique_id`.
  func file(uniqueID: String) -> StoredFile? { files[uniqueID] }

  // MARK: Ids

  /// The id of the thumbnail of a photo: another id of the same file.
  static func thumbnailID(of file: StoredFile) -> String { file.id.dropLast() + "M" }

  private static func isID(_ id: String, of file: StoredFile) -> Bool {
    id.dropLast() == file.id.dropLast() && (id.last == "Q" || id.last == "M")
  }

  private static func fileID(_ kind: StoredFile.Kind, _ uniqueID: String, botID: Int64) -> String {
    let prefix =
      switch kind {
      case .photo: "AgACAgIAAxk"
      case .document: "BQACAgIAAxk"
      case .voice: "AwACAgIAAxk"
      case .sticker: "CAACAgIAAxk"
      }
    return "\(prefix)\(String(botID, radix: 36))-\(uniqueID)Q"
  }

  /// Ids look like Telegram's: nobody can guess the next one from the last.
  private static func scrambled(_ counter: Int, with seed: Int64) -> String {
    var value = UInt64(bitPattern: seed) &+ UInt64(counter) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return String(value ^ (value >> 31), radix: 36) + "\(counter)"
  }

  /// Finds candidates quickly; equality of bytes decides.
  private static func digest(of bytes: Data) -> String {
    let hash = bytes.withUnsafeBytes { buffer in
      buffer.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    return "\(bytes.count)-\(hash)"
  }
}
