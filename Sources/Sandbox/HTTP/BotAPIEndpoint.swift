import Foundation
import Hummingbird
import NIOCore

/// `/bot<token>/<method>` and `/file/bot<token>/<path>`.
struct BotAPIEndpoint {
  let world: World

  /// Answers one call, as well as the faults allow.
  func call(token: String, method: String, _ request: Request, _ context: WebServer.Context) async throws
    -> Response
  {
    let start = ContinuousClock.now
    let call: BotCall
    do {
      call = try await RequestParameters.read(request, method: method)
    } catch is RequestParameters.TooLarge {
      return .empty(413, closing: true)
    }
    if let refusal = check(token) {
      return response(await world.refuse(call, refusal, fault: nil, since: start))
    }
    let (delay, fault) = world.faults.strike(method: method, chat: call.chat)
    if delay > .zero { try await Task.sleep(for: delay) }
    guard let fault else { return response(await world.answer(call, since: start)) }
    return await respond(to: call, with: fault, context, start)
  }

  /// Sends a file that `getFile` gave a path for.
  func file(token: String, path: String) async -> Response {
    if let refusal = check(token) { return .json(refusal.json, status: refusal.code) }
    guard let file = await world.files.file(path: path) else {
      return .json(Refusal(404, "Not Found").json, status: 404)
    }
    return .bytes(file.bytes, "application/octet-stream")
  }

  // MARK: Answers

  private func check(_ token: String) -> Refusal? {
    if token == world.settings.token { return nil }
    let parts = token.split(separator: ":", omittingEmptySubsequences: false)
    let isWellFormed =
      parts.count == 2 && Int64(parts[0]) != nil
      && parts[1].count >= 30
      && parts[1].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    return isWellFormed ? .unauthorized : Refusal(401, "Unauthorized: invalid token specified")
  }

  private func response(_ result: Result<JSON, Refusal>) -> Response {
    switch result {
    case .success(let value): .json(["ok": true, "result": value])
    case .failure(let refusal): .json(refusal.json, status: refusal.code, retryAfter: refusal.retryAfter)
    }
  }

  // MARK: Faults

  private func respond(
    to call: BotCall, with fault: Fault, _ context: WebServer.Context, _ start: ContinuousClock.Instant
  ) async -> Response {
    let name = fault.kind.name
    func refuse(_ refusal: Refusal) async -> Response {
      response(await world.refuse(call, refusal, fault: name, since: start))
    }
    switch fault.kind {
    case .latency, .duplicateTap: return response(await world.answer(call, fault: name, since: start))
    case .tooManyRequests(let wait): return await refuse(.tooManyRequests(retryAfter: wait))
    case .internalError: return await refuse(Refusal(500, "Internal Server Error"))
    case .conflict: return await refuse(.secondPoller)
    case .unauthorized: return await refuse(.unauthorized)
    case .badGateway:
      _ = await refuse(Refusal(502, "Bad Gateway"))
      return Response(
        status: .badGateway, headers: [.contentType: "text/html"],
        body: .init(byteBuffer: ByteBuffer(string: Self.badGatewayPage)))
    case .reset:
      _ = await refuse(Refusal(0, "connection reset"))
      return await breakConnection(context)
    case .stall(let silence):
      _ = await refuse(Refusal(0, "silence"))
      try? await Task.sleep(for: silence)
      return await breakConnection(context)
    case .answerLost:
      _ = await world.answer(call, fault: name, since: start, isDelivered: false)
      return await breakConnection(context)
    case .halfBody:
      let answer = await world.answer(call, fault: name, since: start, isDelivered: false)
      return halfOf(World.body(of: answer), context)
    }
  }

  private static let badGatewayPage =
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"

  /// Breaks the connection with a reset instead of an orderly end.
  private func breakConnection(_ context: WebServer.Context) async -> Response {
    let reset = linger(l_onoff: 1, l_linger: 0)
    try? await (context.channel as? any SocketOptionProvider)?.setSoLinger(reset).get()
    try? await context.channel.close().get()
    return .empty(500)
  }

  private func halfOf(_ answer: JSON, _ context: WebServer.Context) -> Response {
    let whole = Array(answer.text.utf8)
    let channel = context.channel
    let body = ResponseBody(contentLength: whole.count) { writer in
      try await writer.write(ByteBuffer(bytes: whole.prefix(whole.count / 2)))
      try? await channel.close().get()
    }
    return Response(status: .ok, headers: [.contentType: "application/json"], body: body)
  }
}
