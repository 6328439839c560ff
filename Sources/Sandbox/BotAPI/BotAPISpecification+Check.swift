extension BotAPISpecification {
  /// What Telegram says when a parameter is missing. The spec cannot know the words.
  private static let missing: [String: String] = [
    "chat_id": "chat_id is empty", "text": "message text is empty",
    "photo": "there is no photo in the request", "document": "there is no document in the request",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified", "action": "wrong parameter action in request",
    "user_id": "invalid user_id specified", "file_id": "file_id not specified",
  ]

  /// Refuses a call of a method that is not served, or whose parameters are not as documented;
  /// returns the names of parameters that the method does not know.
  func check(_ call: BotCall) throws(Refusal) -> [String] {
    guard let fields = methods[call.method.lowercased()] else { throw .methodNotFound }
    // Telegram looks at the chat last, when the content is known to be right.
    for field in fields.filter({ $0.name != "chat_id" }) + fields.filter({ $0.name == "chat_id" }) {
      guard let value = call[field.name] else {
        let isUploaded = field.types.contains("InputFile") && call.files[field.name] != nil
        if field.isRequired, !isUploaded {
          throw .badRequest(Self.missing[field.name] ?? "parameter \"\(field.name)\" is required")
        }
        continue
      }
      let isRight = field.types.contains { mistake(in: value, parameter: field.name, as: $0) == nil }
      if !isRight, let type = field.types.first,
        let mistake = mistake(in: value, parameter: field.name, as: type)
      {
        throw .badRequest(mistake)
      }
    }
    let known = Set(fields.map(\.name))
    return call.parameters.keys.filter { !known.contains($0) }.sorted()
  }

  /// What is wrong with a parameter's text as a value of a type.
  private func mistake(in text: String, parameter: String, as type: String) -> String? {
    let expected = "parameter \"\(parameter)\" must be of type \(type)"
    switch type {
    case "String", "InputFile": return nil
    case "Integer": return Int64(text) == nil ? expected : nil
    case "Float": return Double(text) == nil ? expected : nil
    case "Boolean":
      return ["true", "false", "1", "0", "yes", "no"].contains(text.lowercased()) ? nil : expected
    default:
      guard let value = try? JSONParser.parse(text) else { return expected }
      return mistake(in: value, at: parameter, as: type)
    }
  }

  /// What is wrong with a value as one of a type.
  func mistake(in value: JSON, at place: String, as type: String) -> String? {
    let expected = "field \"\(place)\" must be of type \(type)"
    switch type {
    case "String": return value.string == nil ? expected : nil
    case "Integer": return value.int == nil ? expected : nil
    case "Float": return value.double == nil ? expected : nil
    case "Boolean": return value.bool == nil ? expected : nil
    case _ where type.hasPrefix("Array of "):
      guard let elements = value.array else { return expected }
      let element = String(type.dropFirst("Array of ".count))
      return elements.lazy.compactMap { mistake(in: $0, at: place, as: element) }.first
    default:
      switch types[type] {
      // Not in the extract: nothing of ours sends it.
      case nil: return value.object == nil ? expected : nil
      case .oneOf(let choices):
        let mistakes = choices.map { mistake(in: value, at: place, as: $0) }
        return mistakes.contains(nil) ? nil : expected
      case .object(let fields): return value.object == nil ? expected : mistake(in: value, of: fields, type)
      }
    }
  }

  private func mistake(in value: JSON, of fields: [Field], _ type: String) -> String? {
    for field in fields {
      guard let member = value[field.name] else {
        if field.isRequired { return "can't find field \"\(field.name)\" of \(type)" }
        continue
      }
      if let constant = field.constant, member.string != constant {
        return "field \"\(field.name)\" of \(type) must be \(constant)"
      }
      let mistakes = field.types.map { mistake(in: member, at: field.name, as: $0) }
      if !mistakes.contains(nil) { return mistakes[0] }
    }
    return nil
  }
}
