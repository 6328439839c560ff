/// A group chat.
///
/// Made by ``Sandbox/group(_:id:members:)``.
public struct Group: Sendable, Identifiable {
  /// The chat's id; below −1,000,000,000,000 it is a supergroup.
  public let id: Int64
  /// The group's name.
  public let title: String

  let world: World

  /// The chat as its members see it.
  public var chat: ChatView {
    get async throws { try await world.view(of: id) }
  }

  /// Makes it a supergroup, which has another id.
  public func upgrade(to id: Int64) async throws -> Group {
    try await world.upgrade(self.id, to: id)
    return Group(id: id, title: title, world: world)
  }

  /// Makes somebody something else in the group: a member, an administrator, somebody who left.
  public func set(_ status: GroupStatus, for person: Person) async throws {
    try await world.setStatus(status, of: person.id, in: id)
  }

  /// Makes the bot something else in the group.
  public func setBot(_ status: GroupStatus) async throws {
    try await world.setStatus(status, of: world.settings.botID, in: id)
  }
}
