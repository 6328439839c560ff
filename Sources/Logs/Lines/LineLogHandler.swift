import Logging

/// Hands what is logged to the process's logs.
struct LineLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  private let logs: ProcessLogs

  init(_ logs: ProcessLogs, level: Logger.Level, metadataProvider: Logger.MetadataProvider?) {
    self.logs = logs
    self.logLevel = level
    self.metadataProvider = metadataProvider
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
