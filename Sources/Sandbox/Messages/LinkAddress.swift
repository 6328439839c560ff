import Foundation

/// What Telegram takes as an address in a link or in the button of one.
enum LinkAddress {
  /// What is wrong with an address.
  struct Mistake: Error {
    let reason: String
  }

  /// The id in `tg://user?id=…`.
  static func user(_ link: String) -> Int64? {
    let prefix = "tg://user?id="
    return link.hasPrefix(prefix) ? Int64(link.dropFirst(prefix.count)) : nil
  }

  /// The address, with a scheme; or what is wrong with it.
  static func check(_ address: String) throws(Mistake) -> String {
    let lowercased = address.lowercased()
    for scheme in ["tg:", "ton:", "tonsite:"] where lowercased.hasPrefix(scheme) {
      var rest = address.dropFirst(scheme.count)
      if rest.hasPrefix("//") { rest = rest.dropFirst(2) }
      let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      guard host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }),
        !host.isEmpty
      else { throw Mistake(reason: "Unallowed characters in URL host") }
      return "\(scheme)//\(rest)"
    }
    var rest = Substring(address)
    var scheme = "http://"
    if let range = rest.range(of: "://") {
      scheme = rest[..<range.upperBound].lowercased()
      guard scheme == "http://" || scheme == "https://" else {
        throw Mistake(reason: "Unsupported URL protocol")
      }
      rest = rest[range.upperBound...]
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
    if host.isEmpty { throw Mistake(reason: "URL host is empty") }
    if host.contains(where: { $0.isWhitespace || "<>\"\\^`{|}".contains($0) }) {
      throw Mistake(reason: "Disallowed character in URL host")
    }
    if !host.contains("."), !authority.contains("[") { throw Mistake(reason: "Wrong HTTP URL") }
    let path = rest.dropFirst(authority.count)
    return scheme + authority + (path.hasPrefix("/") ? path : "/\(path)")
  }
}
