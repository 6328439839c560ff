import FloorPlan
import Foundation
import Logging
import OfficeActor
import Persistence
import ServiceLifecycle
import Synchronization
import Telegram
import Testing
import Waiting

@testable import BotLoop
@testable import Conversation

/// The conversation over a fake Telegram, a real office in memory and a real store of chats in a folder of its own.
final class TestBot: Sendable {
  let office: TestOffice
  let api: ScriptedTelegram
  let store: ChatStore
  let folder: URL
  let handler: UpdateHandler
  private let lastUpdate = Mutex<Int64>(0)

  static let chat = ChatID(TestOffice.anna.rawValue)
  static let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

  /// - Parameter patience: how long a tap waits for its answer; by default as long as it takes, so that a busy
  ///   machine changes nothing.
  init(
    _ api: ScriptedTelegram = ScriptedTelegram(), office: TestOffice, folder: URL? = nil,
    group: GroupMembership? = nil, invitation: Invitation? = nil, patience: Duration = .seconds(3_600),
    crashGuard: CrashGuard = CrashGuard(), picturePatience: Duration = .seconds(2),
    breaker: PictureBreaker = PictureBreaker(elapsed: { .zero }, logger: TestBot.quiet)
  ) throws {
    self.office = office
    self.api = api
    self.folder =
      folder ?? FileManager.default.temporaryDirectory.appendingPathComponent("botloop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    store = try ChatStore(folder: self.folder)
    var limits = PaceLimits()
    limits.perChat = Pace(interval: .microseconds(1), burst: 1_000)
    limits.overall = Pace(interval: .microseconds(1), burst: 1_000)
    limits.attemptsMax = 2
    limits.backoff.first = .milliseconds(1)
    limits.rest = .milliseconds(1)
    let paced = PacedBotAPI(api: api, clock: ContinuousClock(), limits: limits, logger: Self.quiet)
    // Its own: one for all tests would have too many pictures waiting on a busy machine.
    let pictures = PictureShelf(
      store: store, renderer: FloorPlanRenderer(), bot: UserID(7), now: { office.now },
      patience: picturePatience, logger: Self.quiet)
    handler = UpdateHandler(
      steps: office.steps,
      entrance: Entrance(
        group: group.map { [store] in
          CompanyGroup($0, office: office.state, store: store, bot: UserID(7), logger: Self.quiet)
        }, invitation: invitation, store: store, logger: Self.quiet),
      messages: LivingMessages(
        api: paced, store: store, pictures: pictures,
        breaker: breaker,
        officeName: "СПБ",
        language: { _ in .russian }, logger: Self.quiet),
      deliveries: Deliveries(finishingMax: .seconds(3_600)), api: paced, logger: Self.quiet,
      crashGuard: crashGuard, patience: patience)
  }

  /// The notes of what is in hand, as a process finds them when the one before has died.
  static func notes(in folder: URL) throws -> InHandNotes {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try InHandNotes(folder: folder, failed: { Issue.record("\($0)") })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var messages: LivingMessages { handler.messages }

  /// Lets screens go out while something is done; then stops in order, when all of them are out.
  @discardableResult
  func running<T: Sendable>(_ body: @Sendable @escaping () async throws -> T) async throws -> T {
    let group = ServiceGroup(services: [handler.deliveries], logger: Self.quiet)
    async let run: Void = group.run()
    let result: Result<T, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    await group.triggerGracefulShutdown()
    try await run
    return try result.get()
  }

  /// Has an update handled and waits until its screen is out.
  func handle(_ update: Update) async throws {
    await handler.handle(update)
    try await eventually { handler.deliveries.isIdle }
  }

  // MARK: What people do

  func update(_ content: Update.Content?) -> Update {
    let id = lastUpdate.withLock { last in
      last += 1
      return last
    }
    return Update(id: UpdateID(id), content: content)
  }

  /// A tap on a button of a message with a picture.
  func tap(
    _ data: String?, in message: Int? = 501, isPicture: Bool = true,
    by user: Int64 = TestOffice.anna.rawValue,
    chat: Chat? = nil
  ) -> Update {
    let chat = chat ?? Chat(id: ChatID(user))
    let photo = isPicture ? [PhotoSize(fileID: FileID("shown"), width: 1, height: 1)] : []
    let tapped = message.map {
      MaybeInaccessibleMessage.accessible(
        Message(id: MessageID($0), chat: chat, date: office.now, photo: photo))
    }
    return update(.callbackQuery(query(data, tapped, by: user)))
  }

  func query(_ data: String?, _ message: MaybeInaccessibleMessage?, by user: Int64 = TestOffice.anna.rawValue)
    -> CallbackQuery
  {
    CallbackQuery(
      id: CallbackQueryID("tap-\(UUID().uuidString)"), from: User(id: UserID(user), firstName: "A"),
      message: message, data: data)
  }

  func tap(_ button: Button, in message: Int = 501, isPicture: Bool = true) -> Update {
    tap(button.data, in: message, isPicture: isPicture)
  }

  func typed(
    _ text: String?, by user: Int64 = TestOffice.anna.rawValue, chat: Chat? = nil,
    hasOtherContent: Bool = false
  )
    -> Update
  {
    update(
      .message(
        Message(
          id: MessageID(9_000), chat: chat ?? Chat(id: ChatID(user)),
          from: User(id: UserID(user), firstName: "A"),
          date: office.now, text: text, hasOtherContent: hasOtherContent)))
  }

  func living() async throws -> LivingMessage? { try await store.memory(of: Self.chat.rawValue).living }
}
