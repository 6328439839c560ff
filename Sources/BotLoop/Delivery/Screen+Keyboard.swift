import Conversation
import OfficeActor
import Telegram

extension Screen {
  /// The buttons as Telegram takes them.
  var keyboard: InlineKeyboardMarkup { rows.keyboard }
}

extension [[ScreenButton]] {
  /// The buttons as Telegram takes them. Where they are too much for one keyboard, all labels and ways back become
  /// shorter.
  var keyboard: InlineKeyboardMarkup {
    for (labelMax, dataMax) in [
      (ScreenButton.labelCodePointsMax, Button.dataBytesMax), (40, 64), (24, 48),
    ] {
      let markup = keyboard(labelCodePointsMax: labelMax, dataBytesMax: dataMax)
      if markup.bytes <= InlineKeyboardMarkup.bytesMax { return markup }
    }
    return keyboard(labelCodePointsMax: 16, dataBytesMax: 40)
  }

  private func keyboard(labelCodePointsMax: Int, dataBytesMax: Int) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup(
      rows: filter { !$0.isEmpty }.map { row in
        row.map {
          InlineKeyboardButton(
            text: $0.label.shortened(to: labelCodePointsMax),
            action: .callback(data: $0.button.data(bytesMax: dataBytesMax)), style: $0.style?.telegram)
        }
      })
  }
}

extension InlineKeyboardMarkup {
  /// How long the markup is as JSON, or a little more.
  fileprivate var bytes: Int {
    rows.joined().reduce(0) { sum, button in
      guard case .callback(let data) = button.action else { return sum }
      return sum + Self.buttonBytes + button.text.utf8.count + data.utf8.count
    }
  }

  /// What a button takes besides its label and its data, and its share of the brackets around it.
  private static let buttonBytes = #"{"text":"","callback_data":"","style":"success"},[],"#.utf8.count
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
