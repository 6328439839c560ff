import ArgumentParser

/// The command line of the product.
@main
struct Officebot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officebot",
    abstract: "A Telegram bot with which the people of one office book desks.",
    subcommands: [RunCommand.self, CheckConfigCommand.self])
}

/// What every command takes.
struct ConfigurationOption: ParsableArguments {
  @Option(
    name: .customLong("config"), help: "The configuration file, config/office.example.yaml explains it.")
  var path: String
}
