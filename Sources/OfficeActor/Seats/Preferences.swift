/// What somebody wants of a seat (rule 20).
public struct Preferences: Sendable, Hashable, Identifiable {
  /// Whose they are.
  public let id: Employee.ID
  /// What a seat should have, all of it.
  public var features: Set<String>
  /// The part of the floor where it should stand; nil if anywhere will do.
  public var zone: String?

  /// Preferences as stored.
  public init(of employee: Employee.ID, features: Set<String> = [], zone: String? = nil) {
    id = employee
    self.features = features
    self.zone = zone
  }

  /// Whether any seat will do.
  public var isEmpty: Bool { features.isEmpty && zone == nil }
}
