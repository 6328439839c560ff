import Telegram

extension Screen {
  /// The buttons as Telegram takes them.
  var keyboard: InlineKeyboardMarkup { rows.keyboard }
}

extension [[ScreenButton]] {
  /// The buttons as Telegram takes them.
  var keyboard: InlineKeyboardMarkup {
    InlineKeyboardMarkup(
      rows: filter { !$0.isEmpty }.map { row in
        row.map {
          InlineKeyboardButton(
            text: $0.label, action: .callback(data: $0.button.data), style: $0.style?.telegram)
        }
      })
  }
}

extension ScreenButton.Style {
  fileprivate var telegram: InlineKeyboardButton.Style {
    switch self {
    case .success: .success
    case .danger: .danger
    case .primary: .primary
    }
  }
}
