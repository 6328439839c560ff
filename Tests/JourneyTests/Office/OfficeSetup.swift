import Sandbox

/// The office of a journey: what its configuration file says.
struct OfficeSetup: Sendable {
  /// What the file says of the office itself.
  var office = "{ name: Офис }"
  var seats = 12
  /// Lines of the list of seats where they are not simply numbered.
  var seatLines: [String]?
  var admins = [Self.admin]
  var employees = [
    "Смирнова Анна Сергеевна", "Волков Борис Андреевич", "Белова Вера Павловна", "Крылов Глеб Ильич",
  ]
  /// Lines that replace or follow the others.
  var more = ""
  /// Keys of the section `telegram` besides the address.
  var telegramKeys = ""
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
    telegram: { api_url: "\(apiURL)"\(telegramKeys) }
    office: \(office)
    admins: \(admins)
    registration: { mode: open }
    employees: employees.csv
    seats:
    \((seatLines ?? ["- { from: 1, to: \(seats), zone: Окно }"]).map { "  " + $0 }.joined(separator: "\n"))
    data: ../data
    logs: { folder: ../logs, level: \(logLevel) }
    snapshots: { folder: ../snapshots }
    \(more)
    """
  }
}
