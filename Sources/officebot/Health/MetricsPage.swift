import Hummingbird
import Logging
import ServiceLifecycle
import Sockets
import Vitals

/// `GET /healthz` and `GET /metrics`, for those who watch from elsewhere.
struct MetricsPage: Service, CustomStringConvertible {
  let address: ListenAddress
  let monitor: Monitor
  let logger: Logger

  var description: String { "metrics" }

  func run() async throws {
    let router = Router()
    router.get("healthz") { [monitor] _, _ in
      let health = monitor.health
      return Response(
        status: health.isGood ? .ok : .serviceUnavailable, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: health.json)))
    }
    router.get("metrics") { [monitor] _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: monitor.metrics)))
    }
    try await Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
      logger: logger.forServices
    ).run(listeningOn: address)
  }
}

extension Application {
  /// Runs until asked to stop.
  ///
  /// - Throws: ``StartFailure`` if the address cannot be bound.
  func run(listeningOn address: ListenAddress) async throws {
    do {
      try await run()
    } catch {
      throw StartFailure(description: "cannot serve \(address): \(error)")
    }
  }
}
