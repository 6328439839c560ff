import BotLoop
import OfficeConfiguration
import Telegram

extension Configuration {
  /// The company's group, whose members may register.
  var group: ChatID? { registration.group.map { ChatID($0) } }

  /// The link that lets register.
  var invitation: Invitation? { registration.invite.map { Invitation(code: $0.value) } }
}
