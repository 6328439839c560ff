/// Faults as the page and scripts write them.
enum FaultJSON {
  static func json(_ fault: Fault) -> JSON {
    var seconds: [Duration] = []
    var retryAfter: Int?
    switch fault.kind {
    case .latency(let from, let to): seconds = [from, to]
    case .stall(let silence): seconds = [silence]
    case .tooManyRequests(let wait): retryAfter = wait
    default: break
    }
    let milliseconds = seconds.map { JSON.integer(Int($0 / .milliseconds(1))) }
    return .compact([
      "id": .integer(fault.id), "kind": .string(fault.kind.name), "method": fault.method.map { .string($0) },
      "chat": fault.chat.map { .integer($0) }, "times": fault.times.map { .integer($0) },
      "probability": .number("\(fault.probability)"), "retryAfter": retryAfter.map { .integer($0) },
      "milliseconds": milliseconds.isEmpty ? nil : .array(milliseconds),
    ])
  }

  /// Reads a fault, or says what is wrong with it.
  static func fault(_ json: JSON) throws(SandboxError) -> Fault {
    let milliseconds = (json["milliseconds"]?.array ?? []).compactMap(\.int).map { Duration.milliseconds($0) }
    let kind: Fault.Kind
    switch json["kind"]?.string {
    case "latency":
      let from = milliseconds.first ?? .seconds(1)
      kind = .latency(from: from, to: max(from, milliseconds.last ?? from))
    case "tooManyRequests": kind = .tooManyRequests(retryAfter: json["retryAfter"]?.int.map { Int($0) })
    case "internalError": kind = .internalError
    case "badGateway": kind = .badGateway
    case "conflict": kind = .conflict
    case "unauthorized": kind = .unauthorized
    case "reset": kind = .reset
    case "answerLost": kind = .answerLost
    case "halfBody": kind = .halfBody
    case "stall": kind = .stall(milliseconds.first ?? .seconds(30))
    case "duplicateTap": kind = .duplicateTap
    default: throw SandboxError("there is no fault \(json["kind"]?.text ?? "without a kind")")
    }
    return Fault(
      kind, method: json["method"]?.string, chat: json["chat"]?.int,
      times: json["times"]?.int.map { Int($0) },
      probability: json["probability"]?.double ?? 1)
  }
}
