public import Foundation

/// Somebody who says that a name is theirs, and waits for an admin. It reserves nothing.
public struct RegistrationRequest: Sendable, Hashable, Identifiable {
  /// Identifier of a request.
  public typealias ID = RecordID<RegistrationRequest>

  /// Identifier of the request.
  public let id: ID
  /// The account that asks.
  public let account: AccountID
  /// The employee whose name the account claims.
  public let employee: Employee.ID
  /// When it was asked.
  public let createdAt: Date

  /// A request as stored.
  public init(id: ID, account: AccountID, employee: Employee.ID, createdAt: Date) {
    self.id = id
    self.account = account
    self.employee = employee
    self.createdAt = createdAt
  }
}
