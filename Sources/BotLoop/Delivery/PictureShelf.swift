import FloorPlan
import Foundation
import Logging
import Persistence
import Synchronization
import Telegram

/// Pictures ready to be sent: by Telegram's file id where it has the content already, else freshly drawn.
///
/// Who needs a picture that is on its way to Telegram waits for its file id: it is drawn and uploaded once, however
/// many look at the same floor.
final class PictureShelf: Sendable {
  /// File ids held in memory at the most; the store knows more.
  private static let heldMax = 2_000

  private let store: ChatStore
  private let renderer: FloorPlanRenderer
  private let bot: UserID
  private let now: @Sendable () -> Date
  private let logger: Logger
  private let uploads: Uploads
  private let held = Mutex<[ContentID: FileID]>([:])

  /// - Parameter patience: how long to wait for an upload that somebody else began, before another is begun.
  init(
    store: ChatStore, renderer: FloorPlanRenderer, bot: UserID, now: @escaping @Sendable () -> Date,
    patience: Duration = .seconds(2), logger: Logger
  ) {
    self.store = store
    self.renderer = renderer
    self.bot = bot
    self.now = now
    self.logger = logger
    uploads = Uploads(patience: patience)
  }

  /// A picture as it can be sent. What comes of it has to be told: ``keep(_:asIn:)`` or ``giveUp(_:)``.
  struct Ready: Sendable {
    let content: ContentID
    let photo: InputPhoto
    /// Others wait for the upload.
    fileprivate var claim: Uploads.Claim?

    /// Whether Telegram has it already.
    var isKept: Bool { fileID != nil }

    fileprivate var fileID: FileID? { if case .fileID(let id) = photo { id } else { nil } }
  }

  /// A picture that Telegram has already.
  func kept(_ picture: Picture) async -> Ready? {
    let content = renderer.contentID(of: picture)
    return await fileID(of: content).map { Ready(content: content, photo: .fileID($0)) }
  }

  /// - Parameter isDrawnAnew: whether a file id that was kept is of no use.
  /// - Throws: ``RenderingError`` if it has to be drawn and cannot be.
  func ready(_ picture: Picture, isDrawnAnew: Bool = false) async throws(RenderingError) -> Ready {
    let content = renderer.contentID(of: picture)
    if !isDrawnAnew, let fileID = await fileID(of: content) {
      return Ready(content: content, photo: .fileID(fileID))
    }
    let claim: Uploads.Claim
    switch await uploads.turn(for: content) {
    case .uploaded(let fileID): return Ready(content: content, photo: .fileID(fileID))
    case .claimed(let given): claim = given
    case .cancelled: throw .cancelled
    }
    // Who asked while the last upload ended has not seen what came of it.
    if !isDrawnAnew, let fileID = held.withLock({ $0[content] }) {
      uploads.end(claim, as: fileID)
      return Ready(content: content, photo: .fileID(fileID))
    }
    do throws(RenderingError) {
      let png = try await renderer.png(of: picture)
      return Ready(content: content, photo: .upload(bytes: Data(png), name: "picture.png"), claim: claim)
    } catch {
      uploads.end(claim, as: nil)
      throw error
    }
  }

  /// Remembers under which file id Telegram keeps what was just uploaded.
  ///
  /// - Parameter message: with the picture, if Telegram says.
  func keep(_ ready: Ready, asIn message: Message?) async {
    guard !ready.isKept else { return }
    guard let fileID = message?.largestPhoto?.fileID else { return giveUp(ready) }
    hold(fileID, of: ready.content)
    if let claim = ready.claim { uploads.end(claim, as: fileID) }
    await remembering {
      try await store.keep(
        fileID: fileID.rawValue, of: ready.content.rawValue, bot: bot.rawValue, at: now())
    }
  }

  /// Lets somebody else try what was not uploaded.
  func giveUp(_ ready: Ready) {
    if let claim = ready.claim { uploads.end(claim, as: nil) }
  }

  /// Forgets a file id that Telegram refused, unless there is another one by now.
  func forget(_ ready: Ready) async {
    let isOutdated = held.withLock { held in
      guard let known = held[ready.content], known == ready.fileID else { return held[ready.content] != nil }
      held[ready.content] = nil
      return false
    }
    if isOutdated { return }
    await remembering { try await store.forgetFileID(of: ready.content.rawValue, bot: bot.rawValue) }
  }

  private func fileID(of content: ContentID) async -> FileID? {
    if let known = held.withLock({ $0[content] }) { return known }
    var found: FileID?
    await remembering {
      found = try await store.fileID(of: content.rawValue, bot: bot.rawValue).map(FileID.init(rawValue:))
    }
    if let found { hold(found, of: content) }
    return found
  }

  private func hold(_ fileID: FileID, of content: ContentID) {
    held.withLock { held in
      if held.count >= Self.heldMax { held.removeAll() }
      held[content] = fileID
    }
  }

  /// Without its memory the bot only uploads a picture once more.
  private func remembering(_ body: () async throws -> Void) async {
    do { try await body() } catch {
      logger.error(
        "the store of pictures failed; pictures are uploaded again", metadata: ["error": "\(error)"])
    }
  }
}
