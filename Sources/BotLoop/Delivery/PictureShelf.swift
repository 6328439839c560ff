import FloorPlan
import Foundation
import Logging
import Persistence
import Telegram

/// Pictures ready to be sent: by Telegram's file id where it has the content already, else freshly drawn.
struct PictureShelf: Sendable {
  let store: ChatStore
  let renderer: FloorPlanRenderer
  let bot: UserID
  let now: @Sendable () -> Date
  let logger: Logger

  /// A picture as it can be sent.
  struct Ready: Sendable {
    let content: ContentID
    let photo: InputPhoto
    /// Whether Telegram has it already.
    var isKept: Bool { if case .fileID = photo { true } else { false } }
  }

  /// A picture that Telegram has already.
  func kept(_ picture: Picture) async -> Ready? {
    let content = renderer.contentID(of: picture)
    return await fileID(of: content).map { Ready(content: content, photo: .fileID($0)) }
  }

  /// - Throws: ``RenderingError`` if it has to be drawn and cannot be.
  func ready(_ picture: Picture, isDrawnAnew: Bool = false) async throws(RenderingError) -> Ready {
    let content = renderer.contentID(of: picture)
    if !isDrawnAnew, let fileID = await fileID(of: content) {
      return Ready(content: content, photo: .fileID(fileID))
    }
    let png = try await renderer.png(of: picture)
    return Ready(content: content, photo: .upload(bytes: Data(png), name: "picture.png"))
  }

  /// Remembers under which file id Telegram keeps what was just uploaded.
  func keep(_ ready: Ready, asIn message: Message) async {
    guard !ready.isKept, let largest = message.largestPhoto else { return }
    await remembering {
      try await store.keep(
        fileID: largest.fileID.rawValue, of: ready.content.rawValue, bot: bot.rawValue, at: now())
    }
  }

  /// Forgets a file id that Telegram refused.
  func forget(_ ready: Ready) async {
    await remembering { try await store.forgetFileID(of: ready.content.rawValue, bot: bot.rawValue) }
  }

  private func fileID(of content: ContentID) async -> FileID? {
    var found: FileID?
    await remembering {
      found = try await store.fileID(of: content.rawValue, bot: bot.rawValue).map(FileID.init(rawValue:))
    }
    return found
  }

  /// Without its memory the bot only uploads a picture once more.
  private func remembering(_ body: () async throws -> Void) async {
    do { try await body() } catch {
      logger.error(
        "the store of pictures failed; pictures are uploaded again", metadata: ["error": "\(error)"])
    }
  }
}
