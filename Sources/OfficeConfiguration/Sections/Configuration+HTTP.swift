package import Sockets

extension Configuration {
  /// What the bot serves to those who watch it.
  package struct HTTP: Sendable, Hashable {
    /// Address of `/healthz` and `/metrics`; nil to serve neither.
    package var listen: ListenAddress?
  }
}

extension Configuration.HTTP {
  init(reading section: Section) {
    listen = section.entry("listen")?.read(.listenAddress)
  }
}

extension ScalarRule where Value == ListenAddress {
  /// `127.0.0.1:9100`, `[::1]:9100` or `localhost:9100`.
  static var listenAddress: Self {
    Self(expected: "an address of this machine with a port, such as 127.0.0.1:9100") { text in
      guard let match = text.wholeMatch(of: /(?:\[([0-9A-Fa-f:]+)\]|([A-Za-z0-9.-]+)):([0-9]{1,5})/),
        let port = Int(match.3), (1...65_535).contains(port), let host = match.1 ?? match.2
      else { return nil }
      return ListenAddress(host: String(host), port: port)
    }
  }
}
