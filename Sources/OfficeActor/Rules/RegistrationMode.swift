/// How strangers become employees.
public enum RegistrationMode: Sendable, Hashable {
  /// Pick a name from the list.
  case open
  /// The same, for members of the company's Telegram group.
  case group
  /// The same, for who came by the secret link.
  case invite
  /// An admin's tap decides.
  case approval
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
