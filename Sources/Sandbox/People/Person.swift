public import Foundation

/// Somebody with a Telegram account who can do what people do.
///
/// Made by ``Sandbox/person(_:id:username:)``.
public struct Person: Sendable, Identifiable {
  /// The Telegram user id.
  public let id: Int64
  /// The first name.
  public let firstName: String
  /// The username, without the at sign.
  public let username: String?

  let world: World

  /// How long a person waits for something unless told otherwise: long, for it costs time only when what was
  /// expected never comes, and a busy machine may take a while.
  public static let patience = Duration.seconds(120)

  /// The chat with the bot as the person sees it.
  public var chat: ChatView {
    get async throws { try await world.view(of: id) }
  }

  // MARK: Writing

  /// Presses Start, perhaps having come by a link with a payload. Unblocks the bot, if need be.
  @discardableResult
  public func pressStart(_ payload: String? = nil) async throws -> Message.ID {
    try await world.pressStart(id, payload)
  }

  /// Writes a text to the bot, or in a group.
  @discardableResult
  public func write(_ text: String, in group: Group? = nil) async throws -> Message.ID {
    try await world.write(id, in: group?.id ?? id, .text, text)
  }

  /// Sends a photo: the bytes of a PNG or JPEG file.
  @discardableResult
  public func send(photo bytes: Data, caption: String = "") async throws -> Message.ID {
    try await world.writeFile(
      id, in: id, .photo, name: nil, mediaType: "image/jpeg", bytes: bytes, caption: caption)
  }

  /// Sends a document, which the bot can download.
  @discardableResult
  public func send(
    document bytes: Data, name: String, mediaType: String = "text/csv", caption: String = ""
  ) async throws -> Message.ID {
    try await world.writeFile(
      id, in: id, .document, name: name, mediaType: mediaType, bytes: bytes, caption: caption)
  }

  /// Sends a sticker.
  @discardableResult
  public func sendSticker() async throws -> Message.ID {
    try await world.writeFile(
      id, in: id, .sticker, name: nil, mediaType: "image/webp", bytes: Data("sticker".utf8), caption: "")
  }

  /// Sends a voice message.
  @discardableResult
  public func sendVoice() async throws -> Message.ID {
    try await world.writeFile(
      id, in: id, .voice, name: nil, mediaType: "audio/ogg", bytes: Data("voice".utf8), caption: "")
  }

  // MARK: The chat itself

  /// Deletes a message for both sides.
  public func delete(_ message: Message.ID) async throws { try await world.deleteByPerson(message, in: id) }

  /// Blocks the bot.
  public func block() async throws { try await world.setBlocked(id, true) }

  /// Unblocks the bot.
  public func unblock() async throws { try await world.setBlocked(id, false) }

  /// Deletes the Telegram account.
  public func deleteAccount() async throws { try await world.deactivate(id) }
}
