import Foundation
import OfficeActor
import Persistence
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("What is found out about strangers", .timeLimit(.minutes(30)))
struct EntranceTests {
  private static let code = "kLm_90-zZ"
  private let link = Invitation(code: Self.code)

  /// A Bot API that knows of a group only.
  private final class Group: BotAPI {
    private let answer: @Sendable () async throws(TelegramError) -> ChatMember.Status
    private let asked = Mutex(0)

    init(_ answer: @escaping @Sendable () async throws(TelegramError) -> ChatMember.Status) {
      self.answer = answer
    }

    var questions: Int { asked.withLock { $0 } }
    var membership: GroupMembership { GroupMembership(group: ChatID(-100), api: self) }

    func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
      asked.withLock { $0 += 1 }
      let status = try await answer()
      if let question = method as? GetChatMember, question.chatID == ChatID(-100),
        let answer = ChatMember(user: User(id: question.userID, firstName: "A"), status: status) as? M.Answer
      {
        return answer
      }
      throw .refused(code: 0, description: "unexpected", method: M.name)
    }

    func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
      throw .refused(code: 0, description: "unexpected", method: "file download")
    }
  }

  @Test("membership is asked for a stranger's every update, and for nobody who is registered")
  func group() async throws {
    let status = Mutex(ChatMember.Status.left)
    let group = Group { () throws(TelegramError) in status.withLock { $0 } }
    let api = ScriptedTelegram(isScripted: false)
    let bot = try TestBot(api, office: TestOffice(registration: .group), group: group.membership)
    let user = TestOffice.stranger.rawValue
    try await bot.running {
      try await bot.handle(bot.typed("/start", by: user))
      #expect(api.calls.last?.text?.contains("Вас в ней пока нет") == true)
      status.withLock { $0 = .member }
      try await bot.handle(bot.tap("om", by: user))
      #expect(api.calls.last?.labels == ["Ёлкин Пётр", "Еремеев Павел"])
      // Out again between the list and «Да, это я».
      status.withLock { $0 = .kicked }
      try await bot.handle(bot.tap("r3", by: user))
      #expect(bot.office.office.employee(linkedTo: TestOffice.stranger) == nil)
      status.withLock { $0 = .member }
      try await bot.handle(bot.tap("r3", by: user))
      #expect(bot.office.office.employee(linkedTo: TestOffice.stranger) != nil)
      #expect(group.questions == 4)
      try await bot.handle(bot.tap("om", by: user))
      try await bot.handle(bot.typed("/start"))
      #expect(group.questions == 4)
    }
  }

  @Test("Telegram in trouble, or silent, is neither yes nor no")
  func unknown() async throws {
    let store = try TestBot(office: TestOffice())
    for failure in [
      .unavailable(reason: "HTTP 502", effect: .unknown, method: "getChatMember"),
      .retryAfter(.seconds(5), method: "getChatMember"),
    ] as [TelegramError] {
      let group = Group { () throws(TelegramError) in throw failure }
      #expect(try await evidence(group, store.store) == .membershipUnknown)
    }
    for reason in [.botNotInChat, .chatNotFound] as [TelegramError.Unreachable] {
      let group = Group { () throws(TelegramError) in
        throw .personUnreachable(reason, method: "getChatMember")
      }
      #expect(try await evidence(group, store.store) == .botOutsideGroup)
    }
    let never = Group { () throws(TelegramError) in
      try? await Task.sleep(for: .seconds(3_600))
      return .member
    }
    #expect(try await evidence(never, store.store, patience: .milliseconds(1)) == .membershipUnknown)
  }

  private func evidence(
    _ group: Group, _ store: ChatStore, patience: Duration = .seconds(60)
  ) async throws -> Evidence {
    let office = try TestOffice().state
    return await Entrance(
      group: CompanyGroup(
        group.membership, office: office, store: store, bot: UserID(7), logger: TestBot.quiet),
      invitation: nil, store: store, logger: TestBot.quiet, patience: patience
    ).evidence(of: TestOffice.stranger, in: .group, code: nil, mark: nil)
  }

  @Test("who once came by the link is let in until there is another link, over a restart too")
  func invitation() async throws {
    let user = TestOffice.stranger.rawValue
    let folder = FileManager.default.temporaryDirectory.appending(path: "invite-\(UUID().uuidString)")
    /// What is shown of these messages by a process that knows a link.
    func shows(_ texts: [String], link: Invitation) async throws -> [String] {
      let api = ScriptedTelegram(isScripted: false)
      let bot = try TestBot(
        api, office: TestOffice(registration: .invite), folder: folder.appending(path: "x"), invitation: link)
      return try await bot.running {
        var shown: [String] = []
        for text in texts {
          try await bot.handle(bot.typed(text, by: user))
          shown.append(api.calls.last { $0.name == "sendPhoto" }?.text ?? "")
        }
        // The folder goes with the bot; the next one finds a copy.
        try FileManager.default.copyItem(at: bot.folder, to: folder.appending(path: "next"))
        return shown
      }
    }
    func moveOn() throws {
      try? FileManager.default.removeItem(at: folder.appending(path: "x"))
      try FileManager.default.moveItem(at: folder.appending(path: "next"), to: folder.appending(path: "x"))
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let first = try await shows(
      ["/start", "/start wrong-code", "/start", "/start \(Self.code)", "/menu", "/start wrong-code"],
      link: link)
    let beginnings = [
      "Здесь бронируют", "Эта ссылка больше не действует", "Здесь бронируют", "Здравствуйте!",
      "Здравствуйте!",
      "Здравствуйте!",
    ]
    for (text, beginning) in zip(first, beginnings) { #expect(text.hasPrefix(beginning)) }
    try moveOn()
    let again = try await shows(["/start"], link: link)
    #expect(again.first?.hasPrefix("Здравствуйте!") == true)
    try moveOn()
    let other = try await shows(["/start", "/start \(Self.code)"], link: Invitation(code: "another-code"))
    #expect(other.first?.hasPrefix("Здесь бронируют") == true)
    #expect(other.last?.hasPrefix("Эта ссылка больше не действует") == true)
    try moveOn()
    for file in try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "x"), includingPropertiesForKeys: nil)
    {
      #expect(try Data(contentsOf: file).range(of: Data(Self.code.utf8)) == nil, "\(file)")
    }
  }

  @Test("only the very code opens, and nothing shows it")
  func wrongCodes() {
    #expect(link.hasCode(Self.code))
    for wrong in ["", "kLm_90-z", "kLm_90-zZZ", "klm_90-zz", "kLm_90-zz", " " + Self.code] {
      #expect(!link.hasCode(wrong), "\(wrong)")
    }
    #expect(!String(reflecting: link).contains(Self.code))
    #expect(
      link.mark != Invitation(code: "another-code").mark && link.mark == Invitation(code: Self.code).mark)
  }

  @Test(
    "the code is what follows /start, and nothing else",
    arguments: [
      ("/start abc", "abc"), ("/start  abc ", "abc"), ("/START abc", "abc"), ("/start@our_bot abc", "abc"),
      ("/start", nil), ("/start ", nil), ("/menu abc", nil), ("start abc", nil), ("/startabc", nil),
    ] as [(String, String?)])
  func startCode(text: String, code: String?) {
    #expect(ChatCommand.startCode(in: text) == code)
  }
}
