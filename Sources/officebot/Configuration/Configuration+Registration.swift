extension Configuration {
  /// How strangers become employees.
  enum Registration: Sendable, Hashable {
    case open
    /// An admin's tap decides.
    case approval
    /// Only members of the company's Telegram group, whose chat id is negative.
    case group(chatID: Int64)
    /// Only who comes by the link with this secret.
    case invite(Secret)
  }
}

extension Configuration.Registration {
  private enum Mode: String, CaseIterable {
    case open, approval, group, invite
  }

  init(reading section: Section) {
    self = .approval
    let mode = section.read("mode", .word(), or: Mode.approval)
    let group = section.entry("group")
    let chatID = group?.read(.integer(-Configuration.telegramIDMax...(-1)))
    switch mode {
    case .open: self = .open
    case .approval: self = .approval
    case .group:
      if let chatID { self = .group(chatID: chatID) }
      if group == nil {
        section.addMistake(
          "is needed with `mode: group`: the group's chat id, such as -1001234567890", key: "group")
      }
    case .invite:
      do {
        let invite = try Secrets.inviteSecret(environment: section.reader.environment)
        self = .invite(invite)
      } catch {
        section.addMistake(error.message, key: "mode", at: section.entry("mode")?.place)
      }
    }
  }
}
