/// What a call sets, within its chat: of two waiting calls with the same key only the newer one counts.
public struct SupersessionKey: Sendable, Hashable {
  private let name: String

  /// A thing of the caller's that calls set as a whole.
  public init(_ name: String) { self.name = name }

  /// All that a message shows. Not for calls that set a part of it only, like its buttons.
  public static func message(_ id: MessageID) -> SupersessionKey { SupersessionKey("message \(id)") }
}
