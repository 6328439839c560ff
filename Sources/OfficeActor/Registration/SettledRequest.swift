public import Foundation

/// A request to be registered that waits no longer.
///
/// Kept for 24 hours: so long it counts among those that an account makes, and a refusal holds.
public struct SettledRequest: Sendable, Hashable, Identifiable {
  /// The request.
  public let id: RegistrationRequest.ID
  /// The account that asked.
  public let account: AccountID
  /// The name asked for; perhaps off the list by now.
  public let employee: Employee.ID
  /// When it was asked.
  public let createdAt: Date
  /// When it was decided or withdrawn.
  public let settledAt: Date
  /// What became of it.
  public let outcome: Outcome

  /// What became of a request.
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    case approved
    /// By an admin.
    case refused
    /// The name went to another account.
    case nameGiven = "name given"
    /// The name was taken off the list.
    case nameRemoved = "name removed"
    /// The account asked for another name, or registered without it.
    case withdrawn
  }

  /// A request with what became of it.
  public init(_ request: RegistrationRequest, settledAt: Date, outcome: Outcome) {
    self.init(
      id: request.id, account: request.account, employee: request.employee, createdAt: request.createdAt,
      settledAt: settledAt, outcome: outcome)
  }

  /// A settled request as stored.
  public init(
    id: RegistrationRequest.ID, account: AccountID, employee: Employee.ID, createdAt: Date, settledAt: Date,
    outcome: Outcome
  ) {
    self.id = id
    self.account = account
    self.employee = employee
    self.createdAt = createdAt
    self.settledAt = settledAt
    self.outcome = outcome
  }
}

extension SettledRequest.Outcome {
  /// Whether the account may not ask for the name again for 24 hours. An admin's refusal and a name that went to
  /// another account are one and the same to strangers, who are not to find out which names are taken.
  var isRefusal: Bool {
    switch self {
    case .refused, .nameGiven: true
    // Nobody has decided about who asked: the name may be put on the list again.
    case .approved, .withdrawn, .nameRemoved: false
    }
  }
}
