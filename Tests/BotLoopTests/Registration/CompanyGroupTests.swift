import Foundation
import OfficeActor
import Persistence
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("The company's group", .timeLimit(.minutes(30)))
struct CompanyGroupTests {
  private static let configured = ChatID(-100)
  private static let moved = ChatID(-1_001)
  private static let bot = User(id: UserID(7), isBot: true, firstName: "СПБ")
  private static let kicked = TelegramError.personUnreachable(.botNotInChat, method: "getChatMember")
  private static let unknown = TelegramError.personUnreachable(.chatNotFound, method: "getChatMember")

  /// A Bot API that says how everybody stands in a group, or why it does not say.
  private final class Telegram: BotAPI {
    private let answers = Mutex<[ChatID: Result<ChatMember.Status, TelegramError>]>([:])

    func answers(about group: ChatID = configured, _ answer: Result<ChatMember.Status, TelegramError>) {
      answers.withLock { $0[group] = answer }
    }

    func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
      guard let question = method as? GetChatMember,
        let answer = answers.withLock({ $0[question.chatID] })
      else { throw .refused(code: 0, description: "unexpected", method: M.name) }
      let member = ChatMember(user: User(id: question.userID, firstName: "A"), status: try answer.get())
      guard let answer = member as? M.Answer else {
        throw .refused(code: 0, description: "unexpected", method: M.name)
      }
      return answer
    }

    func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
      throw .refused(code: 0, description: "unexpected", method: "file download")
    }
  }

  private let telegram = Telegram()
  private let office: TestOffice
  private let store: TestBot

  init() throws {
    office = try TestOffice(registration: .group)
    store = try TestBot(office: office)
  }

  /// As a process that has just started sees it.
  private var group: CompanyGroup {
    CompanyGroup(
      GroupMembership(group: Self.configured, api: telegram), office: office.state, store: store.store,
      bot: Self.bot.id, logger: TestBot.quiet)
  }

  private var told: [GroupTrouble] {
    office.office.notices.values.sorted { $0.id < $1.id }.compactMap { notice in
      if case .groupTrouble(let trouble) = notice.content { trouble } else { nil }
    }
  }

  private func change(to status: ChatMember.Status, in chat: ChatID = configured) -> ChatMemberUpdated {
    ChatMemberUpdated(
      chat: Chat(id: chat, kind: .supergroup),
      newMember: ChatMember(user: Self.bot, status: status))
  }

  @Test(
    "that the bot is not in is told to admins once, over a restart too, and again when it was well between")
  func thrownOut() async throws {
    let first = group
    telegram.answers(.success(.member))
    #expect(try await first.isMember(TestOffice.stranger))
    #expect(told == [])
    for failure in [Self.kicked, Self.unknown, Self.kicked] {
      telegram.answers(.failure(failure))
      await #expect(throws: failure) { try await first.isMember(TestOffice.stranger) }
    }
    #expect(told == [.botOutside])
    let second = group
    await #expect(throws: Self.kicked) { try await second.isMember(TestOffice.stranger) }
    #expect(told == [.botOutside])
    telegram.answers(.success(.left))
    #expect(try await !second.isMember(TestOffice.stranger))
    telegram.answers(.failure(Self.kicked))
    await #expect(throws: Self.kicked) { try await second.isMember(TestOffice.stranger) }
    #expect(told == [.botOutside, .botOutside])
  }

  @Test("that Telegram says nothing about is no news")
  func noAnswer() async throws {
    let group = group
    for failure in [
      .unavailable(reason: "HTTP 502", effect: .unknown, method: "m"), .retryAfter(.seconds(5), method: "m"),
      .refused(code: 400, description: "CHAT_ADMIN_REQUIRED", method: "m"),
    ] as [TelegramError] {
      telegram.answers(.failure(failure))
      await #expect(throws: failure) { try await group.isMember(TestOffice.stranger) }
    }
    #expect(told == [])
  }

  @Test("that became a supergroup is asked about under its new id, and admins hear of that once")
  func becameSupergroup() async throws {
    telegram.answers(.failure(.chatMigrated(to: Self.moved, method: "getChatMember")))
    telegram.answers(about: Self.moved, .success(.member))
    for _ in 1...2 {
      let group = group
      for _ in 1...2 { #expect(try await group.isMember(TestOffice.stranger)) }
    }
    #expect(told == [.moved(to: Self.moved.rawValue)])
  }

  @Test("is looked at when Telegram says that the bot's standing in it has changed, in no other chat's case")
  func changes() async throws {
    let group = group
    telegram.answers(.failure(Self.kicked))
    await group.look(after: change(to: .kicked, in: ChatID(5)))
    #expect(told == [])
    for _ in 1...2 { await group.look(after: change(to: .kicked)) }
    #expect(told == [.botOutside])
    telegram.answers(.success(.administrator))
    await group.look(after: change(to: .administrator))
    // Nobody answers: what was said has to do.
    telegram.answers(.failure(.unavailable(reason: "HTTP 502", effect: .unknown, method: "m")))
    await group.look(after: change(to: .left))
    #expect(told == [.botOutside, .botOutside])
    // Told of a change that is undone by now.
    telegram.answers(.success(.member))
    await group.look(after: change(to: .kicked))
    #expect(told.count == 2)
  }
}
