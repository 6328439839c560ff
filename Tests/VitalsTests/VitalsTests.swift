import Synchronization
import Testing

@testable import Vitals

/// A clock that stands until it is moved.
private final class Moved: Sendable {
  private let moment = Mutex(ContinuousClock.now)
  var now: ContinuousClock.Instant { moment.withLock { $0 } }
  func move(_ span: Duration) { moment.withLock { $0 += span } }
}

@Suite("The process's vitals")
struct VitalsTests {
  private let clock = Moved()
  private let vitals: Vitals
  private let calm = OfficeFigures(noticesOwed: 0, oldestNoticeDueFor: nil, offersOpen: 0)

  init() { vitals = Vitals { [clock] in clock.now } }

  @Test("A process that has just started is well, and stays so while Telegram answers its polls")
  func polling() {
    #expect(vitals.health(of: calm).isGood)
    for _ in 1...10 {
      clock.move(.seconds(100))
      vitals.notePoll()
    }
    #expect(vitals.health(of: calm).isGood)
    #expect(vitals.health(of: calm).uptime == 1000)
    clock.move(.seconds(181))
    #expect(vitals.health(of: calm).problems == ["polling: Telegram gave no updates for 181 s"])
    #expect(vitals.health(of: calm, polls: false).isGood)
    vitals.notePoll()
    #expect(vitals.health(of: calm).isGood)
  }

  @Test("A disk that does not answer is a problem until it does")
  func slowDisk() {
    vitals.noteCommitBegins(events: 3)
    clock.move(.seconds(30))
    #expect(vitals.health(of: calm).isGood)
    clock.move(.seconds(1))
    #expect(vitals.health(of: calm).problems == ["committing: the disk has not answered for 31 s"])
    vitals.noteCommitEnds(failure: nil)
    #expect(vitals.health(of: calm).isGood)
    #expect(vitals.notes.commits.sum == 31)
    #expect(vitals.notes.commitEvents.counts[2] == 1)
  }

  @Test("A full disk is a problem until something can be saved again")
  func fullDisk() {
    vitals.noteCommitBegins(events: 1)
    vitals.noteCommitEnds(failure: "database or disk is full")
    #expect(
      vitals.health(of: calm).problems
        == ["committing: the last change could not be saved: database or disk is full"])
    vitals.noteCommitBegins(events: 1)
    vitals.noteCommitEnds(failure: nil)
    #expect(vitals.health(of: calm).isGood)
    #expect(vitals.notes.commitFailures == 1)
  }

  @Test("Notices that nobody gets are a problem, unless Telegram is silent or others still go out")
  func delivering() {
    let late = OfficeFigures(noticesOwed: 7, oldestNoticeDueFor: .seconds(700), offersOpen: 1)
    #expect(vitals.health(of: late).isGood)
    clock.move(.seconds(601))
    vitals.notePoll()
    // Telegram has not answered anything for ten minutes: that is not the delivery's fault.
    #expect(vitals.health(of: late).isGood)
    vitals.noteCall(of: "getMe", error: nil)
    #expect(
      vitals.health(of: late).problems
        == ["delivering: of 7 notices, the oldest is due for 700 s, and none goes out"])
    vitals.noteNoticeSettled()
    #expect(vitals.health(of: late).isGood)
  }

  @Test("Health is one line of JSON, and reads back as it was")
  func json() throws {
    let health = Health(problems: ["polling: «нет»"], pid: 7, uptime: 12)
    let text = String(decoding: health.json, as: UTF8.self)
    #expect(text == #"{"pid":7,"problems":["polling: «нет»"],"uptime":12}"# + "\n")
  }

  @Test("Prometheus gets counters, gauges and histograms that add up")
  func exposition() {
    vitals.noteUpdates(handled: 3)
    vitals.noteTap(answeredAfter: .milliseconds(4))
    vitals.noteTap(answeredAfter: .milliseconds(40))
    vitals.noteTap(answeredAfter: .seconds(100))
    vitals.noteCall(of: "sendMessage", error: nil)
    vitals.noteCall(of: "sendMessage", error: "retry_after")
    vitals.noteRun(of: "snapshot", isDone: true)
    vitals.noteRun(of: #"odd "job""#, isDone: false)
    vitals.noteSnapshot(age: .seconds(90))
    let office = OfficeFigures(noticesOwed: 2, oldestNoticeDueFor: .milliseconds(1500), offersOpen: 1)
    let lines = vitals.exposition(of: office, health: vitals.health(of: office), logLinesLost: 5)
      .split(separator: "\n").map(String.init)
    for line in [
      "officebot_healthy 1", "officebot_updates_handled_total 3",
      #"officebot_tap_answer_seconds_bucket{le="0.0025"} 0"#,
      #"officebot_tap_answer_seconds_bucket{le="0.005"} 1"#,
      #"officebot_tap_answer_seconds_bucket{le="0.05"} 2"#,
      #"officebot_tap_answer_seconds_bucket{le="30"} 2"#,
      #"officebot_tap_answer_seconds_bucket{le="+Inf"} 3"#, "officebot_tap_answer_seconds_count 3",
      #"officebot_api_calls_total{method="sendMessage"} 2"#,
      #"officebot_api_errors_total{method="sendMessage",kind="retry_after"} 1"#,
      #"officebot_job_runs_total{job="snapshot"} 1"#, #"officebot_job_failures_total{job="odd \"job\""} 1"#,
      "officebot_snapshot_age_seconds 90", "officebot_notices_owed 2", "officebot_offers_open 1",
      "officebot_notice_oldest_due_seconds 1.5", "officebot_log_lines_lost_total 5",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    let names = lines.filter { $0.hasPrefix("# TYPE") }
    #expect(Set(names).count == names.count, "each name is described once")
  }
}
