import Hummingbird

/// `GET /events`: everything that changes, as server-sent events.
///
/// An event is named after what it holds: `people`, `chat`, `log`, `faults`, `bot`, `clock`. Each
/// holds the whole of it (`log`: what is new), so that a page that was away needs no history.
struct EventsEndpoint {
  /// Changes that come together are told together.
  private static let gathering = Duration.milliseconds(25)
  /// Without anything new a comment goes out, so that a page that is gone is noticed.
  private static let heartbeat = Duration.seconds(10)

  let world: World
  let state: PageState

  func respond() -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: ResponseBody { [self] writer in
        var seen = world.changes.version
        var logged = 0
        for section in await everything() {
          try await write(section, loggedUpTo: &logged, to: &writer)
        }
        while !world.changes.isClosed, !Task.isCancelled {
          await world.changes.wait(after: seen, atMost: Self.heartbeat)
          try await Task.sleep(for: Self.gathering)
          let (changed, version) = world.changes.sections(after: seen)
          seen = version
          if changed.isEmpty { try await writer.write(ByteBuffer(string: ": \n\n")) }
          for section in changed { try await write(section, loggedUpTo: &logged, to: &writer) }
        }
        try await writer.finish(nil)
      })
  }

  private func everything() async -> [Changes.Section] {
    [.people, .clock, .faults, .bot] + (await world.chats.keys.map { .chat($0) }) + [.log]
  }

  private func write(
    _ section: Changes.Section, loggedUpTo logged: inout Int, to writer: inout any ResponseBodyWriter
  ) async throws {
    let event: (name: String, json: JSON)
    switch section {
    case .polling: return
    case .people: event = ("people", await state.people())
    case .clock: event = ("clock", state.clock())
    case .faults: event = ("faults", state.faults())
    case .bot: event = ("bot", state.bot())
    case .chat(let id):
      guard let chat = await state.chat(id) else { return }
      event = ("chat", chat)
    case .log:
      let calls = await state.log(after: logged)
      logged = Int(calls.last?["id"]?.int ?? Int64(logged))
      event = ("log", .array(calls))
    }
    try await writer.write(ByteBuffer(string: "event: \(event.name)\ndata: \(event.json.text)\n\n"))
  }
}
