/// What the Bot API answers: a result, or why there is none.
struct Reply<Result: Decodable>: Decodable {
  let ok: Bool
  let result: Swift.Result<Result, any Error>
  let errorCode: Int?
  let description: String?
  let retryAfter: Int?
  let migrateToChat: ChatID?

  enum CodingKeys: String, CodingKey {
    case ok, result, description, parameters
    case errorCode = "error_code"
  }

  enum ParameterKeys: String, CodingKey {
    case retryAfter = "retry_after"
    case migrateToChat = "migrate_to_chat_id"
  }

  /// Fails only without `ok`: then it is not the Bot API that answered.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    ok = try fields.decode(Bool.self, forKey: .ok)
    result = Swift.Result { try fields.decode(Result.self, forKey: .result) }
    errorCode = try? fields.decodeIfPresent(Int.self, forKey: .errorCode)
    description = try? fields.decodeIfPresent(String.self, forKey: .description)
    let parameters = try? fields.nestedContainer(keyedBy: ParameterKeys.self, forKey: .parameters)
    retryAfter = try? parameters?.decodeIfPresent(Int.self, forKey: .retryAfter)
    migrateToChat = try? parameters?.decodeIfPresent(ChatID.self, forKey: .migrateToChat)
  }
}
