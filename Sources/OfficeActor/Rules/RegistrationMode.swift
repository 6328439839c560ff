/// How strangers become employees.
///
/// The raw values are the words of the configuration.
public enum RegistrationMode: String, Sendable, Hashable, CaseIterable {
  /// Pick a name from the list.
  case open
  /// Find one's name, then wait for an admin's tap.
  case approval
  /// Pick a name from the list, for members of the company's Telegram group only.
  case group
  /// Pick a name from the list, for those who came by the secret link only.
  case invite
}

/// What the bot has seen of somebody who registers.
public enum RegistrationProof: Sendable, Hashable {
  /// Nothing.
  case none
  /// Telegram says that the account is a member of the company's group.
  case groupMember
  /// The account came by the secret link.
  case invited
}
