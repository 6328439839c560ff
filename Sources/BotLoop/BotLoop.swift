import Conversation
public import FloorPlan
public import Foundation
public import Logging
public import Logs
public import OfficeActor
public import Persistence
public import ServiceLifecycle
public import Telegram

/// The conversation with people: updates in, screens out.
public struct BotLoop: Service, CustomStringConvertible {
  private let deliveries = Deliveries()
  private let updates: any Service
  private let handler: UpdateHandler
  private let turns = ChatTurns(countMax: UpdateLoop.batchMax)
  private let greeting: Greeting
  /// Takes notices to people, behind the answers to their taps.
  public let notices: NoticeMessages
  /// The group whose members may register, in the mode `group`.
  public let group: CompanyGroup?
  private let logger: Logger

  /// Everything that the conversation needs.
  ///
  /// - Parameters:
  ///   - bot: the bot's own account.
  ///   - api: for everything but polling; it keeps Telegram's pace.
  ///   - polling: for polling only, so that no stalled call keeps a poll from starting.
  ///   - webhook: where updates are delivered instead; nil to poll for them.
  ///   - group: whose members may register, in the mode `group`.
  ///   - invitation: the link that lets register, in the mode `invite`.
  ///   - crashGuard: passes over what ended the process twice.
  ///   - trap: tests only: a text that ends the process when somebody writes it.
  ///   - now: the wall clock.
  ///   - received: told how the way from people fares.
  public init(
    state: OfficeState, officeName: String, bot: UserID, api: PacedBotAPI, polling: any BotAPI,
    webhook: WebhookAddress? = nil,
    group: GroupMembership? = nil, invitation: Invitation? = nil, database: OfficeDatabase, errors: ErrorLog,
    chats: ChatStore, renderer: FloorPlanRenderer, crashGuard: CrashGuard = CrashGuard(), trap: String? = nil,
    logger: Logger, now: @escaping @Sendable () -> Date,
    received: @escaping @Sendable (Reception) -> Void = { _ in }
  ) {
    let group = group.map {
      CompanyGroup($0, office: state, store: chats, bot: bot, logger: logger)
    }
    self.group = group
    let pictures = PictureShelf(store: chats, renderer: renderer, bot: bot, now: now, logger: logger)
    let messages = LivingMessages(
      api: api, store: chats, pictures: pictures, breaker: PictureBreaker(logger: logger),
      officeName: officeName,
      language: { state.office.language(of: AccountID(rawValue: $0.rawValue)) }, logger: logger)
    let steps = StepInterpreter(
      state: state, officeName: officeName, now: now,
      records: AdminRecords(database: database, chats: chats, errors: errors, api: api), logger: logger)
    let told = ToldTelegram(api: api, bot: bot, store: chats, logger: logger)
    let adminMenus = AdminMenus(told) { state.office }
    let handler = UpdateHandler(
      steps: steps,
      entrance: Entrance(group: group, invitation: invitation, store: chats, logger: logger),
      messages: messages, deliveries: deliveries, api: api, logger: logger, crashGuard: crashGuard,
      trap: trap, adminMenus: adminMenus)
    notices = NoticeMessages(
      steps: steps, messages: messages, deliveries: deliveries, api: api, errors: errors,
      crashGuard: crashGuard, logger: logger)
    self.handler = handler
    updates =
      if let webhook {
        Webhook(api: polling, address: webhook, logger: logger, received: received, now: now)
      } else {
        UpdateLoop(api: polling, handler: handler, logger: logger, received: received, now: now)
      }
    greeting = Greeting(
      told: told, officeName: officeName, office: { state.office }, adminMenus: adminMenus, logger: logger)
    self.logger = logger
  }

  /// As the log names it.
  public var description: String { "conversation" }

  /// Handles an update that Telegram delivered; the updates of one chat one after the other.
  ///
  /// - Returns: false if it has to come again: there were too many already, or a stop came before its document was
  ///   read.
  public func take(_ update: Update) async -> Bool {
    var document: DocumentReading?
    guard await turns.take(update.chat, { document = await handler.handle(update) }) else { return false }
    return await document?.wait(afterStop: .zero) ?? true
  }

  /// Talks to people until asked to stop; then finishes what is under way.
  ///
  /// - Throws: ``UpdateLoopError`` if Telegram refuses the token.
  public func run() async throws {
    // Stopped in reverse: no more updates are taken, then what they caused is delivered.
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: deliveries), .init(service: greeting, successTerminationBehavior: .ignore),
          .init(service: updates),
        ], logger: logger))
    try await group.run()
  }
}
