import BotLoop
import FloorPlan
import Foundation
import Jobs
import Logging
import Logs
import OfficeConfiguration
import Persistence
import Telegram

/// The conversation with people, and what it keeps.
struct Talk {
  let loop: BotLoop
  let renderer: FloorPlanRenderer
  /// Takes what Telegram delivers; nil where the bot polls.
  let page: WebhookPage?
  let chats: ChatStore
  let notes: InHandNotes?
  let crashGuard: CrashGuard
  /// Rings when what people did while the bot was down is handled.
  let caughtUp: Alarm
}

extension Bot {
  /// Puts the conversation together. Nothing is read or sent before it runs.
  ///
  /// - Parameter bot: the bot's own account.
  /// - Throws: what keeps the store of chats from opening.
  func openTalk(in office: OpenOffice, over lines: TelegramLines, as bot: UserID) throws -> Talk {
    let chats = try openChats()
    let notes = openNotes()
    let crashGuard = CrashGuard(notes: notes)
    let caughtUp = Alarm()
    let renderer = FloorPlanRenderer(plan: configuration.floorPlan)
    let webhook = configuration.telegram.webhook
    let secret = webhook?.secret ?? .random
    let loop = BotLoop(
      state: office.state, officeName: configuration.office.name, bot: bot, api: lines.api,
      polling: lines.polling, webhook: webhook.map { WebhookAddress(url: $0.url, secret: secret.value) },
      group: configuration.group.map { GroupMembership(group: $0, api: lines.api) },
      invitation: configuration.invitation, database: office.database, errors: logs.errors, chats: chats,
      renderer: renderer, crashGuard: crashGuard, trap: trap,
      logger: logger, now: { clock.now },
      received: { [hearing = office.hearing] reception in
        hearing.note(reception)
        if case .everything = reception { caughtUp.ring() }
      })
    let page = webhook.map {
      WebhookPage(
        listen: $0.listen, path: $0.path, secret: secret, vitals: vitals, taps: lines.taps, logger: logger,
        take: { await loop.take($0) })
    }
    return Talk(
      loop: loop, renderer: renderer, page: page, chats: chats, notes: notes, crashGuard: crashGuard,
      caughtUp: caughtUp)
  }

  private func openChats() throws -> ChatStore {
    try ChatStore.opened(in: configuration.data, at: clock.now) { reason, aside in
      logger.error(
        "what the bot remembered of chats is damaged; it was moved aside, and a new store begun",
        metadata: ["reason": "\(reason)", "moved_to": "\(aside.path(percentEncoded: false))"])
    }
  }
}
