import Foundation
import Hummingbird
import Logging
import NIOCore

/// The HTTP server on loopback: the Bot API, the page and the API that the page uses.
struct WebServer {
  /// What a request brings along.
  struct Context: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection, which faults break.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
      coreContext = .init(source: source)
      channel = source.channel
    }
  }

  let world: World
  let processes: ProcessSlot
  let listening: Listening
  let logger: Logger

  /// Serves until the service group shuts down gracefully.
  func run() async throws {
    let application = Application(
      responder: Responder(world: world, processes: processes),
      configuration: .init(address: .hostname("127.0.0.1", port: world.settings.port)),
      onServerRunning: { [listening] channel in
        listening.set(.success(channel.localAddress?.port ?? 0))
      },
      logger: logger)
    do {
      try await application.run()
    } catch {
      listening.set(.failure(error))
      throw error
    }
  }
}

/// Sends a request to where it belongs.
private struct Responder: HTTPResponder {
  typealias Context = WebServer.Context

  private let botAPI: BotAPIEndpoint
  private let control: ControlEndpoint
  private let events: EventsEndpoint

  init(world: World, processes: ProcessSlot) {
    let state = PageState(world: world, processes: processes)
    botAPI = BotAPIEndpoint(world: world)
    control = ControlEndpoint(world: world, processes: processes, state: state)
    events = EventsEndpoint(world: world, state: state)
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    let path = request.uri.path.removingPercentEncoding ?? request.uri.path
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    switch parts.first {
    case "file" where parts.count > 1 && parts[1].hasPrefix("bot"):
      return await botAPI.file(
        token: String(parts[1].dropFirst(3)), path: parts.dropFirst(2).joined(separator: "/"))
    case let first? where first.hasPrefix("bot"):
      return try await botAPI.call(
        token: String(first.dropFirst(3)), method: parts.dropFirst().joined(separator: "/"), request, context)
    case "control": return try await control.respond(Array(parts.dropFirst()), request)
    case "events": return events.respond()
    default: return await PageEndpoint(world: botAPI.world).respond(parts)
    }
  }
}
