/// Figures as Prometheus reads them.
///
/// - SeeAlso: Prometheus, "Text-based format", version 0.0.4.
struct Exposition {
  private(set) var text = ""

  typealias Sample = (labels: [(String, String)], value: Double)

  mutating func add(_ name: String, _ kind: String, _ help: String, _ samples: [Sample]) {
    header(name, kind, help)
    for sample in samples { line(name, sample.labels, sample.value) }
  }

  mutating func add(_ name: String, _ kind: String, _ help: String, _ value: Double) {
    add(name, kind, help, [([], value)])
  }

  mutating func add(_ name: String, _ help: String, _ histogram: Histogram) {
    header(name, "histogram", help)
    var count = 0
    for (bound, inStep) in zip(histogram.bounds.map(Self.text) + ["+Inf"], histogram.counts) {
      count += inStep
      line("\(name)_bucket", [("le", bound)], Double(count))
    }
    line("\(name)_sum", [], histogram.sum)
    line("\(name)_count", [], Double(count))
  }

  private mutating func header(_ name: String, _ kind: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
  }

  private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
    let labels = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
    text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.text(value))\n"
  }

  private static func escaped(_ label: String) -> String {
    label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}

extension Vitals {
  /// Everything as Prometheus reads it.
  ///
  /// - Parameter logLinesLost: lines that the logs did not take.
  public func exposition(of office: OfficeFigures, health: Health, logLinesLost: Int) -> String {
    let (notes, now) = (notes, now())
    var page = Exposition()
    page.add("officebot_healthy", "gauge", "1 if nothing has stalled.", health.isGood ? 1 : 0)
    page.add(
      "officebot_uptime_seconds", "gauge", "Time since the start.",
      Double((now - startedAt).components.seconds))
    page.add(
      "officebot_updates_handled_total", "counter", "Updates from Telegram that were handled.",
      Double(notes.updatesHandled))
    page.add(
      "officebot_tap_answer_seconds", "From a tap becoming known to its answer.", notes.tapAnswers)
    let calls = notes.calls.sorted { $0.key < $1.key }
    page.add(
      "officebot_api_calls_total", "counter", "Calls of the Bot API.",
      calls.map { ([("method", $0.key)], Double($0.value.count)) })
    page.add(
      "officebot_api_errors_total", "counter", "Calls of the Bot API that failed, by what to do about it.",
      calls.flatMap { method, calls in
        calls.errors.sorted { $0.key < $1.key }
          .map { ([("method", method), ("kind", $0.key)], Double($0.value)) }
      })
    page.add("officebot_commit_seconds", "Time to make a batch of changes durable.", notes.commits)
    page.add("officebot_commit_events", "Business events in one commit.", notes.commitEvents)
    page.add(
      "officebot_commit_failures_total", "counter", "Commits that the disk did not take.",
      Double(notes.commitFailures))
    page.add("officebot_notices_owed", "gauge", "Notices to be delivered.", Double(office.noticesOwed))
    page.add(
      "officebot_notice_oldest_due_seconds", "gauge", "For how long the oldest notice has been due.",
      (office.oldestNoticeDueFor ?? .zero) / .seconds(1))
    page.add("officebot_offers_open", "gauge", "Offers that stand.", Double(office.offersOpen))
    page.add(
      "officebot_snapshot_age_seconds", "gauge", "Age of the newest snapshot; nothing before there is one.",
      notes.snapshotAt.map { [([], (now - $0) / .seconds(1))] } ?? [])
    let jobs = notes.jobs.sorted { $0.key < $1.key }
    page.add(
      "officebot_job_runs_total", "counter", "Jobs that were done.",
      jobs.map { ([("job", $0.key)], Double($0.value.done)) })
    page.add(
      "officebot_job_failures_total", "counter", "Jobs that failed and were tried again.",
      jobs.map { ([("job", $0.key)], Double($0.value.failed)) })
    page.add(
      "officebot_log_lines_lost_total", "counter", "Lines that a log did not take.", Double(logLinesLost))
    return page.text
  }
}
