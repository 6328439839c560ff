/// What a request may say in `reply_markup`.
enum ReplyMarkup: Hashable, Sendable {
  case inline(InlineKeyboard)
  /// A reply keyboard, its removal or a forced reply: such a message can never be edited.
  case other

  /// The buttons under the message, if there are any.
  var keyboard: InlineKeyboard? {
    guard case .inline(let keyboard) = self else { return nil }
    return keyboard
  }

  /// Reads the parameter as Telegram does.
  static func parse(_ text: String?) throws(Refusal) -> ReplyMarkup? {
    guard let text else { return nil }
    guard let value = try? JSONParser.parse(text) else {
      throw .badRequest("can't parse reply keyboard markup JSON object")
    }
    guard let members = value.object else { throw .badRequest("object expected as reply markup") }
    if let rows = members["keyboard"] {
      guard let rows = rows.array else { throw wrongType("keyboard", "Array") }
      if !rows.isEmpty { return .other }
    }
    if let rows = members["inline_keyboard"] {
      guard let rows = rows.array else { throw wrongType("inline_keyboard", "Array") }
      let keyboard = try inlineKeyboard(rows)
      if !rows.isEmpty { return keyboard.rows.isEmpty ? nil : .inline(keyboard) }
    }
    let isOther = ["remove_keyboard", "hide_keyboard", "force_reply"].contains { members[$0]?.bool == true }
    return isOther ? .other : nil
  }

  private static func inlineKeyboard(_ rows: [JSON]) throws(Refusal) -> InlineKeyboard {
    var kept: [[InlineKeyboard.Button]] = []
    var total = 0
    for row in rows {
      guard let row = row.array else {
        throw .badRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")
      }
      var keptInRow: [InlineKeyboard.Button] = []
      for value in row {
        let button = try button(value)
        guard !button.text.isEmpty, keptInRow.count < InlineKeyboard.buttonsPerRowMax,
          total < InlineKeyboard.buttonsMax
        else { continue }
        keptInRow.append(button)
        total += 1
      }
      if !keptInRow.isEmpty { kept.append(keptInRow) }
    }
    try checkSizes(kept)
    return InlineKeyboard(rows: kept)
  }

  private static func checkSizes(_ rows: [[InlineKeyboard.Button]]) throws(Refusal) {
    var bytes = 0
    for button in rows.joined() {
      bytes += button.text.utf8.count + (button.data?.utf8.count ?? 0)
      if let data = button.data, data.utf8.count > InlineKeyboard.callbackDataBytesMax {
        throw .badRequest("BUTTON_DATA_INVALID")
      }
    }
    if bytes > InlineKeyboard.bytesMax { throw .badRequest("reply markup is too long") }
  }

  // MARK: Buttons

  private static let actions = [
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
  ]

  private static func button(_ value: JSON) throws(Refusal) -> InlineKeyboard.Button {
    guard let members = value.object else { throw wrongButton("InlineKeyboardButton must be an Object") }
    guard let text = members["text"] else { throw wrongButton("Can't find field \"text\"") }
    guard let text = text.string else { throw wrongButton("Field \"text\" must be of type String") }
    var style: InlineKeyboard.Button.Style?
    if let name = try stringField("style", of: members), !name.isEmpty, name.lowercased() != "default" {
      style = InlineKeyboard.Button.Style(rawValue: name.lowercased())
      if style == nil { throw wrongButton("invalid button style specified") }
    }
    let label = FormattedText(text).cleaned().text
    return InlineKeyboard.Button(text: label, style: style, action: try action(members))
  }

  private static func action(_ members: [String: JSON]) throws(Refusal) -> InlineKeyboard.Button.Action {
    // Telegram takes the first action and forgets the others; documented is exactly one.
    if actions.filter({ members[$0] != nil }).count > 1 {
      throw wrongButton("exactly one action must be specified in an InlineKeyboardButton")
    }
    if let url = try stringField("url", of: members), !url.isEmpty {
      do throws(LinkAddress.Mistake) {
        return .url(try LinkAddress.check(url))
      } catch {
        throw .badRequest("inline keyboard button URL '\(url)' is invalid: \(error.reason)")
      }
    }
    if let data = try stringField("callback_data", of: members), !data.isEmpty { return .callback(data) }
    if let copy = members["copy_text"] {
      guard let text = copy["text"]?.string else {
        throw wrongButton("Field \"copy_text\" must be of type Object")
      }
      return .copy(text)
    }
    if let other = actions.first(where: { members[$0] != nil && $0 != "url" && $0 != "callback_data" }) {
      throw wrongButton("the sandbox does not know buttons with \(other)")
    }
    throw wrongButton("Text buttons are unallowed in the inline keyboard")
  }

  private static func stringField(_ name: String, of members: [String: JSON]) throws(Refusal) -> String? {
    guard let value = members[name] else { return nil }
    // Telegram takes a number for a string here; what it does not take is null.
    if case .number(let text) = value { return text }
    guard let text = value.string else { throw wrongButton("Field \"\(name)\" must be of type String") }
    return text
  }

  private static func wrongButton(_ reason: String) -> Refusal {
    .badRequest("can't parse inline keyboard button: \(reason)")
  }

  private static func wrongType(_ field: String, _ type: String) -> Refusal {
    .badRequest("field \"\(field)\" must be of type \(type)")
  }
}
