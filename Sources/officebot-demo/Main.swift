import ArgumentParser
import Foundation
import Logging
import Sandbox
import ServiceLifecycle
import UnixSignals

/// Opens a sample office in the browser: people's chats, the bot, and a stand-in for Telegram.
@main
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officebot-demo",
    abstract: "Открывает пример офиса в браузере: без токена и без интернета.")

  @Option(help: "Порт страницы и подставного Telegram на 127.0.0.1.")
  var port = 8080

  @Option(help: "Папка примера: настройки, данные, журналы.")
  var folder = "demo"

  @Flag(help: "Начать с пустой папки.")
  var fresh = false

  @Option(help: "Исполняемый файл бота; по умолчанию officebot рядом с этим.")
  var bot: String?

  func run() async throws {
    let demo = try DemoFolder(URL(fileURLWithPath: folder), isFresh: fresh, port: port)
    var logger = Logger(label: "officebot-demo")
    logger.logLevel = .warning

    var settings = Settings()
    settings.port = port
    settings.botName = SampleOffice.name
    settings.clock = SandboxClock(file: demo.clock)
    let sandbox = try Sandbox(settings, logger: logger)
    for person in SampleOffice.people {
      _ = await sandbox.person(person.firstName, id: person.id, username: person.username)
    }
    await Colleagues.add(to: sandbox)
    await sandbox.restore(from: demo.telegram)

    let bot = BotChild(
      executable: bot ?? Self.besideThis("officebot"), configuration: demo.configuration,
      environment: ["BOT_TOKEN": settings.token, "OFFICEBOT_CLOCK_FILE": demo.clock.path],
      output: demo.output, isReady: { _ = try await sandbox.port },
      hasChanged: { sandbox.botProcessChanged() })
    sandbox.attach(bot)

    FileHandle.standardOutput.write(
      Data("Офис открыт: http://127.0.0.1:\(port)   (Ctrl-C — закрыть; папка: \(demo.root.path))\n".utf8))
    // The bot comes last and so goes first, while Telegram is still there to hear from it.
    let group = ServiceGroup(
      configuration: .init(
        services: [
          sandbox, PeopleKeeper(sandbox: sandbox, file: demo.telegram),
          Colleagues(sandbox: sandbox, logger: logger), bot,
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
  }

  /// An executable in the folder of this one.
  private static func besideThis(_ name: String) -> String {
    let this = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return this.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
