/// What stands between the bot and the company's group.
public enum GroupTrouble: Sendable, Hashable, Codable {
  /// The bot is not in it (any more), or there is no such group.
  case botOutside
  /// It became a supergroup, which has another id than the configuration says.
  case moved(to: Int64)
}
