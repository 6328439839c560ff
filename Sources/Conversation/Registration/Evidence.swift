package import OfficeActor

/// What was found out about a stranger whom the office knows nothing of.
package enum Evidence: Sendable, Hashable {
  /// What the office will be shown.
  case proof(RegistrationProof)
  /// Telegram did not say whether the account is in the company's group.
  case membershipUnknown
  /// Nobody can be looked up: the bot is not in the company's group.
  case botOutsideGroup
  /// The account came by a link that does not let in (any more).
  case wrongLink

  var proof: RegistrationProof { if case .proof(let proof) = self { proof } else { .none } }
}

/// Why a stranger does not get as far as choosing a name.
enum Obstacle: Sendable, Hashable {
  case notInGroup
  case membershipUnknown
  case botOutsideGroup
  case noLink
  case wrongLink

  /// What stands in the way of somebody who is not an admin, or nil if nothing does.
  init?(_ evidence: Evidence, in mode: RegistrationMode) {
    switch (mode, evidence) {
    case (.open, _), (.approval, _), (.group, .proof(.groupMember)), (.invite, .proof(.invited)): return nil
    case (.group, .membershipUnknown): self = .membershipUnknown
    case (.group, .botOutsideGroup): self = .botOutsideGroup
    case (.group, _): self = .notInGroup
    case (.invite, .wrongLink): self = .wrongLink
    case (.invite, _): self = .noLink
    }
  }
}
