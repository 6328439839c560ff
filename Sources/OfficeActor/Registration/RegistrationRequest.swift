public import Foundation

/// Somebody who says that a name is theirs, and waits for an admin. It reserves nothing.
public struct RegistrationRequest: Sendable, Hashable, Identifiable {
  /// Given once, never used again.
  public struct ID: Sendable, Hashable, RawRepresentable, Comparable, Codable {
    /// As stored.
    public let rawValue: Int64
    /// Wraps the stored form.
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// Older requests come first.
    public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  }

  /// Which.
  public let id: ID
  /// Who asks.
  public let account: AccountID
  /// Which name it says is theirs.
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
