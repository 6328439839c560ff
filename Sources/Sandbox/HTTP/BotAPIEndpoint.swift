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
      return await finish(call, .failure(refusal), fault: nil, start)
    }
    let (delay, fault) = world.faults.strike(method: method, chat: call.chat)
    if delay > .zero { try await Task.sleep(for: delay) }
    guard let fault else { return await finish(call, await perform(call), fault: nil, start) }
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

  private func perform(_ call: BotCall) async -> Result<JSON, Refusal> {
    do throws(Refusal) {
      return .success(try await world.perform(call))
    } catch {
      return .failure(error)
    }
  }

  private func finish(
    _ call: BotCall, _ result: Result<JSON, Refusal>, fault: Fault?, _ start: ContinuousClock.Instant
  ) async -> Response {
    let (answer, status, retryAfter): (JSON, Int, Int?) =
      switch result {
      case .success(let value): (["ok": true, "result": value], 200, nil)
      case .failure(let refusal): (refusal.json, refusal.code, refusal.retryAfter)
      }
    await record(call, status: status, answer, fault, start)
    return .json(answer, status: status, retryAfter: retryAfter)
  }

  private func record(
    _ call: BotCall, status: Int, _ answer: JSON, _ fault: Fault?, _ start: ContinuousClock.Instant
  ) async {
    await world.record(
      call, status: status, answer: answer, unknown: world.unknownParameters(of: call),
      fault: fault?.kind.name, took: start.duration(to: .now))
  }

  // MARK: Faults

  private func respond(
    to call: BotCall, with fault: Fault, _ context: WebServer.Context, _ start: ContinuousClock.Instant
  ) async -> Response {
    switch fault.kind {
    case .latency, .duplicateTap: return await finish(call, await perform(call), fault: fault, start)
    case .tooManyRequests(let wait):
      return await finish(call, .failure(.tooManyRequests(retryAfter: wait)), fault: fault, start)
    case .internalError:
      return await finish(call, .failure(Refusal(500, "Internal Server Error")), fault: fault, start)
    case .conflict: return await finish(call, .failure(.secondPoller), fault: fault, start)
    case .unauthorized: return await finish(call, .failure(.unauthorized), fault: fault, start)
    case .badGateway:
      await record(call, status: 502, .null, fault, start)
      let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
      return Response(
        status: .badGateway, headers: [.contentType: "text/html"],
        body: .init(byteBuffer: ByteBuffer(string: page)))
    case .reset:
      await record(call, status: 0, .null, fault, start)
      return await breakConnection(context)
    case .stall(let silence):
      await record(call, status: 0, .null, fault, start)
      try? await Task.sleep(for: silence)
      return await breakConnection(context)
    case .answerLost:
      let answer = await answerJSON(await perform(call))
      await record(call, status: 0, answer, fault, start)
      return await breakConnection(context)
    case .halfBody:
      let answer = await answerJSON(await perform(call))
      await record(call, status: 0, answer, fault, start)
      return halfOf(answer, context)
    }
  }

  private func answerJSON(_ result: Result<JSON, Refusal>) async -> JSON {
    switch result {
    case .success(let value): ["ok": true, "result": value]
    case .failure(let refusal): refusal.json
    }
  }

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
