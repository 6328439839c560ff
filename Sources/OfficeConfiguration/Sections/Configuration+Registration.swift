import OfficeActor

extension Configuration {
  /// What the mode of registration needs besides the office's rules.
  package struct Registration: Sendable, Hashable {
    /// Chat id, negative, of the company's Telegram group; given in the mode `group` only.
    package var group: Int64?
    /// Secret of the link that lets strangers in; given in the mode `invite` only.
    package var invite: Secret?
  }
}

extension Configuration.Registration {
  /// - Parameter rules: take the mode and the bound on requests.
  init(reading section: Section, into rules: inout OfficeRules) {
    rules.requestsPerDay = section.read("requests_per_day", .integer(1...100), or: rules.requestsPerDay)
    rules.registration = section.read("mode", .word(), or: rules.registration)
    let groupEntry = section.entry("group")
    let group = groupEntry?.read(.integer(-OfficeRules.telegramIDMax...(-1)))
    switch rules.registration {
    case .open, .approval: break
    case .group:
      self.group = group
      if groupEntry == nil {
        section.addMistake(
          "is needed with `mode: group`: the group's chat id, such as -1001234567890", key: "group")
      }
    case .invite:
      do {
        invite = try Secrets.inviteSecret(environment: section.reader.environment)
      } catch {
        section.addMistake(error.message, key: "mode", at: section.entry("mode")?.place)
      }
    }
  }
}
