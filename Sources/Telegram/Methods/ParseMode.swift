/// How a text's markup is read; without a mode it is plain.
public enum ParseMode: String, Sendable, Hashable, Codable {
  /// `<b>`, `<i>`, `<code>`…; `<`, `>` and `&` in people's words must be escaped.
  case html = "HTML"
}
