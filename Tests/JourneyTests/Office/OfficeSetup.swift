import Sandbox

/// The office of a journey: what its configuration file says.
struct OfficeSetup: Sendable {
  var seats = 12
  var employees = [
    "Смирнова Анна Сергеевна", "Волков Борис Андреевич", "Белова Вера Павловна", "Крылов Глеб Ильич",
  ]
  /// Lines that replace or follow the others.
  var more = ""
  var logLevel = "info"
  /// How the stand-in for Telegram is set up. It takes answers to taps for longer than Telegram does, so that
  /// a busy machine does not look like a bot that forgot them.
  var telegram: Settings = {
    var telegram = Settings()
    telegram.answerWindow = Person.patience
    return telegram
  }()
  /// Variables of the bot's environment besides the token.
  var environment: [String: String] = [:]

  static let admin: Int64 = 100_200_300

  func configuration(apiURL: String) -> String {
    """
    telegram: { api_url: "\(apiURL)" }
    office: { name: Офис }
    admins: [\(Self.admin)]
    registration: { mode: open }
    employees: employees.csv
    seats:
      - { from: 1, to: \(seats), zone: Окно }
    data: ../data
    logs: { folder: ../logs, level: \(logLevel) }
    snapshots: { folder: ../snapshots }
    \(more)
    """
  }
}
