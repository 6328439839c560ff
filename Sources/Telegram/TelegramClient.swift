public import Foundation

/// The Bot API over HTTP. Copies share one thread and its connections.
public struct TelegramClient: BotAPI {
  private let token: BotToken
  private let apiURL: String
  private let limits: TimeLimits
  private let engine: HTTPEngine

  /// Telegram's own servers.
  public static let publicAPI = "https://api.telegram.org"
  /// The longest answer that is read, in bytes; updates come in answers of about 4 MiB at most.
  public static let answerBytesMax = 16 * 1024 * 1024
  /// What is read of an answer to a download in any case, because it may say why there is no file.
  private static let refusalBytesMax = 4096
  static let download = "file download"
  static let tooLong = TelegramError.fileRefused(
    .tooBig, description: "the file is too long", method: download)

  /// - Parameter apiURL: `https://host` or `http://host:port`, to which `/bot<token>/` is appended.
  public init(
    token: BotToken, apiURL: String = Self.publicAPI, proxy: Proxy = .fromEnvironment,
    limits: TimeLimits = .standard
  ) {
    self.token = token
    self.apiURL = apiURL.hasSuffix("/") ? String(apiURL.dropLast()) : apiURL
    self.limits = limits
    self.engine = HTTPEngine(proxy: proxy)
  }

  /// Ends all calls, of copies too; later ones fail.
  public func close() { engine.close() }

  /// Makes one call and waits for its answer. Nothing is retried.
  ///
  /// - Throws: ``TelegramError`` that says why, and whether it may have been done.
  public func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    try await call(method, timeout: nil)
  }

  /// The same with a time limit of its own instead of the usual overall one.
  ///
  /// - Throws: ``TelegramError`` that says why, and whether it may have been done.
  public func call<M: BotMethod>(_ method: M, timeout: Duration?) async throws(TelegramError) -> M.Answer {
    let body: HTTPRequest.Body
    do {
      let json = try JSONEncoder.botAPI.encode(method)
      body =
        method.uploads.isEmpty
        ? HTTPRequest.Body(contentType: "application/json", bytes: json)
        : try MultipartForm(json: json, uploads: method.uploads).body
    } catch {
      throw .refused(code: 0, description: "the parameters cannot be encoded", method: M.name)
    }
    let answer = try await perform(
      HTTPRequest(
        address: "\(apiURL)/bot\(token.text)/\(M.name)", body: body, isRepeatable: M.isIdempotent,
        limits: limits.fitting(method, timeout: timeout), answerBytesMax: Self.answerBytesMax),
      method: M.name)
    return try result(of: M.self, in: answer)
  }

  /// The contents of a file that ``GetFile`` has located.
  ///
  /// - Throws: ``TelegramError`` if it cannot be fetched or is longer than `bytesMax`.
  public func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
    let method = Self.download
    guard let filePath = file.filePath, !filePath.isEmpty else {
      throw .fileRefused(.gone, description: "it has no path", method: method)
    }
    guard file.fileSize ?? 0 <= bytesMax else { throw Self.tooLong }
    // A server in local mode names files as they lie on its own disk. Telegram's never does, and must not make
    // this process read files of its own.
    if filePath.hasPrefix("/"), !apiURL.lowercased().hasPrefix(Self.publicAPI) {
      return try LocalFile(path: filePath).contents(bytesMax: bytesMax)
    }
    guard let path = filePath.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
      throw .fileRefused(.gone, description: "its path is no text", method: method)
    }
    let answer = try await perform(
      HTTPRequest(
        address: "\(apiURL)/file/bot\(token.text)/\(path)", body: nil, isRepeatable: true,
        limits: limits.allowing(wait: .zero, uploadBytes: bytesMax),
        answerBytesMax: max(bytesMax, Self.refusalBytesMax)),
      method: method)
    // For a method, 404 is a refused token; here it is a file whose hour has passed.
    guard answer.status != 404 else { throw .fileRefused(.gone, description: "not there", method: method) }
    guard answer.status == 200 else { throw refusal(in: answer, method: method) }
    guard answer.body.count <= bytesMax else { throw Self.tooLong }
    return answer.body
  }

  private func perform(_ request: HTTPRequest, method: String) async throws(TelegramError) -> HTTPAnswer {
    do {
      return try await engine.perform(request)
    } catch {
      switch error.reason {
      case .cancelled: throw .cancelled(method: method)
      case .answerTooLong where request.body == nil:
        throw Self.tooLong
      default: throw .unavailable(reason: error.reason.rawValue, effect: error.effect, method: method)
      }
    }
  }

  private func result<M: BotMethod>(of method: M.Type, in answer: HTTPAnswer) throws(TelegramError)
    -> M.Answer
  {
    guard let reply = try? JSONDecoder().decode(Reply<M.Answer>.self, from: answer.body), reply.ok else {
      throw refusal(in: answer, method: M.name)
    }
    do {
      return try reply.result.get()
    } catch {
      // It was done, so it must not count as unavailable and be repeated.
      let place = String(describingPlaceOf: error)
      throw .refused(code: answer.status, description: "answer not as documented: \(place)", method: M.name)
    }
  }

  private func refusal(in answer: HTTPAnswer, method: String) -> TelegramError {
    let reply = try? JSONDecoder().decode(Reply<Bool>.self, from: answer.body)
    let refusal = reply.map { reply in
      TelegramError.Refusal(
        code: reply.errorCode ?? answer.status,
        description: String(
          token.redacting(reply.description ?? "").prefix(TelegramError.descriptionCharactersMax)),
        retryAfter: reply.retryAfter.map { .seconds($0) }, migrateToChat: reply.migrateToChat)
    }
    return TelegramError(
      status: answer.status, retryAfter: answer.retryAfter, refusal: refusal, method: method)
  }
}

extension JSONEncoder {
  /// Writes parameters by the names that the Bot API has for them.
  static var botAPI: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    return encoder
  }
}
