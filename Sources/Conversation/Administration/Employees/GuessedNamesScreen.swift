import NameLists
import OfficeActor

/// «Добавить 25 имён?»: a list that had to be guessed at is shown before it is added.
struct GuessedNamesScreen {
  let scene: AdminScene
  let list: NameList
  /// Those of the list that the office does not have.
  let new: [EmployeeName]
  /// Under which number the new names are kept until the answer.
  let kept: Int64

  private static let shownMax = 8
  private static let namesCodePointsMax = 300
  private static let refusedCodePointsMax = 200
  private static let unusualShownMax = 3

  func render() -> Screen {
    let first = new.prefix(Self.shownMax).enumerated().map { index, name in
      "\(index + 1). \(name.text.shortened(to: ScreenButton.labelCodePointsMax / 2))" as Markup
    }.fitting(Self.namesCodePointsMax) { _ in "" }.filter { !$0.html.isEmpty }
    let more = new.count - first.count
    let known = list.names.count - new.count
    var screen = scene.question(
      "Добавить?",
      caption: ([
        "<b>Добавить \(new.count.counting("имя", "имени", "имён"))?</b>"
      ] + list.guesses.sorted().map(text) + first + [
        more > 0 ? "и ещё \(more)" : "", known > 0 ? "Уже в списке: \(known)" : "",
        AddedNames.text(refused: list.refused, within: Self.refusedCodePointsMax),
      ]).lines(),
      yes: scene.button("Да, добавить \(new.count)", .addNames(kept), .success))
    // Whoever sees that it is wrong sends another one.
    screen.awaits = scene.entry
    return screen
  }

  private func text(_ guess: NameList.Guess) -> Markup {
    switch guess {
    case .encoding: "Кодировка необычная: проверьте буквы."
    case .column(let column): "Заголовка «ФИО» нет, имена взял из столбца \(column)."
    case .joined: "Имена собрал из частей, проверьте их порядок."
    case .unusual: "Мало похожи на имена: \(AddedNames.text(list.unusual, atMost: Self.unusualShownMax))."
    }
  }
}
