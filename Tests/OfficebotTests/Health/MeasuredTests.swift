import Foundation
import Logging
import OfficeActor
import Telegram
import Testing
import Vitals

@testable import officebot

@Suite("What is noted of Telegram and of the disk")
struct MeasuredTests {
  private let vitals = Vitals()

  private var page: [String] {
    let office = OfficeFigures(noticesOwed: 0, oldestNoticeDueFor: nil, offersOpen: 0)
    return vitals.exposition(of: office, health: vitals.health(of: office), logLinesLost: 0)
      .split(separator: "\n").map(String.init)
  }

  @Test(
    "A tap is timed from the poll that brought it to its answer, and counts as handled with the next poll")
  func taps() async throws {
    let taps = TapWatch()
    let query =
      #"{"update_id":1,"callback_query":{"id":"77","from":{"id":5,"is_bot":false,"first_name":"А"}}}"#
    let polling = MeasuredBotAPI(api: CannedAPI("[\(query)]"), vitals: vitals, taps: taps)
    let answering = MeasuredBotAPI(api: CannedAPI("true"), vitals: vitals, taps: taps)
    let poll = GetUpdates(offset: nil, timeout: .zero)
    let batch = try await polling.call(poll)
    guard case .callbackQuery(let tap)? = batch.updates.first?.content else {
      Issue.record("no tap in \(batch)")
      return
    }
    #expect(page.contains("officebot_updates_handled_total 0"))
    _ = try await answering.call(AnswerCallbackQuery(query: tap.id))
    // Answered twice: once is counted.
    _ = try await answering.call(AnswerCallbackQuery(query: tap.id))
    #expect(page.contains("officebot_tap_answer_seconds_count 1"))
    _ = try await polling.call(poll)
    #expect(page.contains("officebot_updates_handled_total 1"))
    #expect(page.contains(#"officebot_api_calls_total{method="getUpdates"} 2"#))
  }

  @Test("A failed call is counted by what to do about it; what needs nothing done is no error")
  func errors() async throws {
    for error in [TelegramError.retryAfter(.seconds(3), method: "getMe"), .notModified(method: "getMe")] {
      let api = MeasuredBotAPI(api: CannedAPI(failing: error), vitals: vitals, taps: TapWatch())
      await #expect(throws: error) { try await api.call(GetMe()) }
    }
    #expect(
      page.filter { $0.hasPrefix("officebot_api_errors_total{") }
        == [#"officebot_api_errors_total{method="getMe",kind="retry_after"} 1"#])
  }

  @Test("A full disk is a problem, a contradiction in the records is none")
  func disk() throws {
    let trouble = DiskTrouble()
    func storage(failing failure: CommitFailure) -> MeasuredStorage {
      MeasuredStorage(storage: FailingStorage(failure: failure), vitals: vitals, trouble: trouble)
    }
    let contradicting = storage(failing: .constraint("twice"))
    #expect(throws: CommitFailure.constraint("twice")) { try contradicting.commit(Transaction()) }
    #expect(page.contains("officebot_healthy 1"))
    let full = storage(failing: .storage("full"))
    #expect(throws: CommitFailure.storage("full")) { try full.commit(Transaction()) }
    #expect(page.contains("officebot_healthy 0"))
    #expect(page.contains("officebot_commit_failures_total 1"))
  }
}

/// Gives every call the same answer.
private struct CannedAPI: BotAPI {
  let answer: String
  var error: TelegramError?

  init(_ answer: String) { self.answer = answer }
  init(failing error: TelegramError) { (answer, self.error) = ("", error) }

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    if let error { throw error }
    do {
      return try JSONDecoder().decode(M.Answer.self, from: Data(answer.utf8))
    } catch {
      throw .refused(code: 0, description: "\(error)", method: M.name)
    }
  }

  func download(_ file: Telegram.File, bytesMax: Int) async throws(TelegramError) -> Data { Data() }
}

private struct FailingStorage: OfficeStorage {
  let failure: CommitFailure
  func commit(_ transaction: Transaction) throws(CommitFailure) { throw failure }
}
