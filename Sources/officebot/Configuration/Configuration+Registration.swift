extension Configuration {
  /// How strangers become employees.
  struct Registration: Sendable, Hashable {
    var mode = Mode.approval
    /// Requests of one account in 24 hours, where an admin's tap decides.
    var requestsPerDay = 3

    enum Mode: Sendable, Hashable {
      case open
      /// An admin's tap decides.
      case approval
      /// Only members of the company's Telegram group, whose chat id is negative.
      case group(chatID: Int64)
      /// Only who comes by the link with this secret.
      case invite(Secret)
    }
  }
}

extension Configuration.Registration {
  private enum Word: String, CaseIterable {
    case open, approval, group, invite
  }

  init(reading section: Section) {
    self.init()
    requestsPerDay = section.read("requests_per_day", .integer(1...100), or: requestsPerDay)
    let word = section.read("mode", .word(), or: Word.approval)
    let group = section.entry("group")
    let chatID = group?.read(.integer(-Configuration.telegramIDMax...(-1)))
    switch word {
    case .open: mode = .open
    case .approval: mode = .approval
    case .group:
      if let chatID { mode = .group(chatID: chatID) }
      if group == nil {
        section.addMistake(
          "is needed with `mode: group`: the group's chat id, such as -1001234567890", key: "group")
      }
    case .invite:
      do {
        let invite = try Secrets.inviteSecret(environment: section.reader.environment)
        mode = .invite(invite)
      } catch {
        section.addMistake(error.message, key: "mode", at: section.entry("mode")?.place)
      }
    }
  }
}
