import Conversation
import OfficeActor
import Synchronization
import Telegram

/// Puts «Управление» on the command list of each admin's own chat, in the admin's language. Telegram takes it only once
/// the admin has written to the bot.
final class AdminMenus: Sendable {
  private let told: ToldTelegram
  private let office: @Sendable () -> Office
  /// In which language each admin's list is known to be.
  private let known = Mutex<[AccountID: Language]>([:])

  init(_ told: ToldTelegram, office: @escaping @Sendable () -> Office) {
    self.told = told
    self.office = office
  }

  /// Whether an account is an admin's whose list is not as it should be, as far as is known here.
  func isNews(_ account: AccountID) -> Bool {
    let office = office()
    return office.rules.admins.contains(account)
      && known.withLock { $0[account] } != office.language(of: account)
  }

  func tell(_ admin: AccountID) async {
    let language = office().language(of: admin)
    let list = SetMyCommands(
      commands: BotCommand.entries(in: language, isAdmin: true), scope: .chat(ChatID(admin.rawValue)))
    if await told.tell("commands of \(admin.rawValue)", list) { known.withLock { $0[admin] = language } }
  }
}

extension BotCommand {
  /// The bot's commands as speakers of a language read them.
  static func entries(in language: Language, isAdmin: Bool = false) -> [BotCommand] {
    ChatCommand.menuEntries(in: language, isAdmin: isAdmin).map {
      BotCommand(command: $0.command.rawValue, description: $0.description)
    }
  }
}
