/// The way to Telegram's servers.
public enum Proxy: Sendable, Hashable {
  /// As `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` say, in upper case too except
  /// `HTTP_PROXY`, which libcurl ignores because a CGI request could set it.
  case fromEnvironment
  /// No proxy, whatever the environment says.
  case direct
  /// `http://host:port`, `https://`, `socks5://` or `socks5h://` (the proxy resolves names).
  case address(String)
}

extension Proxy: CustomStringConvertible, CustomReflectable {
  /// Never the address: it may hold a password.
  public var description: String {
    switch self {
    case .fromEnvironment: "proxy from the environment"
    case .direct: "no proxy"
    case .address: "a proxy"
    }
  }

  /// Without the address.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
