import Logging

/// Hands what is logged to the process's logs.
struct LineLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  private let logs: ProcessLogs
  private var ownLevel: Logger.Level?

  init(_ logs: ProcessLogs, metadataProvider: Logger.MetadataProvider?) {
    self.logs = logs
    self.metadataProvider = metadataProvider
  }

  /// The logs' level, which may be changed at any time, unless the logger was given one of its own.
  var logLevel: Logger.Level {
    get { ownLevel ?? logs.level }
    set { ownLevel = newValue }
  }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields = metadata
    if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
    if let error = event.error { fields["error"] = "\(error)" }
    if let own = event.metadata { fields.merge(own) { $1 } }
    logs.write(
      event.level, event.message.description, at: "\(event.file):\(event.line)",
      fields: fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) })
  }
}
