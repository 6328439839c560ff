import Foundation
import Synchronization
import Telegram
import Testing

@Suite("Membership of a group")
struct GroupMembershipTests {
  /// A Bot API that gives the next answer of a list.
  private final class Answers: BotAPI {
    private let answers: Mutex<[Result<String, TelegramError>]>

    init(_ answers: [Result<String, TelegramError>]) { self.answers = Mutex(answers) }

    func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
      let json = try answers.withLock { $0.removeFirst() }.get()
      guard let answer = try? JSONDecoder().decode(M.Answer.self, from: Data(json.utf8)) else {
        throw .refused(code: 0, description: "unexpected", method: M.name)
      }
      return answer
    }

    func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
      throw .refused(code: 0, description: "unexpected", method: "file download")
    }
  }

  private static func member(_ status: String, _ more: String = "") -> String {
    #"{"user":{"id":5,"first_name":"A"},"status":"\#(status)"\#(more)}"#
  }

  private func isMember(_ answers: Result<String, TelegramError>...) async throws -> Bool {
    try await GroupMembership(group: ChatID(-100), api: Answers(answers)).isMember(UserID(5))
  }

  @Test(
    "counts owners, administrators, members, and restricted ones who are in the group",
    arguments: [
      (member("creator"), true), (member("administrator"), true), (member("member"), true),
      (member("restricted", #","is_member":true"#), true),
      (member("restricted", #","is_member":false"#), false),
      (member("restricted"), false), (member("left"), false), (member("kicked"), false),
    ])
  func statuses(answer: String, isInside: Bool) async throws {
    #expect(try await isMember(.success(answer)) == isInside)
  }

  @Test("whom Telegram does not find in the group is not in it")
  func notFound() async throws {
    #expect(try await !isMember(.failure(.personUnreachable(.memberNotFound, method: "getChatMember"))))
  }

  @Test("anything else is no answer")
  func noAnswer() async {
    for failure in [
      .unavailable(reason: "HTTP 502", effect: .unknown, method: "getChatMember"),
      .personUnreachable(.botNotInChat, method: "getChatMember"),
      .personUnreachable(.chatNotFound, method: "getChatMember"),
      .chatMigrated(to: ChatID(-1_001), method: "getChatMember"),
      .refused(code: 400, description: "CHAT_ADMIN_REQUIRED", method: "getChatMember"),
    ] as [TelegramError] {
      await #expect(throws: failure) { try await isMember(.failure(failure)) }
    }
    await #expect(throws: TelegramError.self) { try await isMember(.success(Self.member("visitor"))) }
  }
}
