import NameLists
import OfficeActor

/// «Добавить 25 имён?»: a list that had to be guessed at is shown before it is added.
struct GuessedNamesScreen: AdminView {
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
    }.fitting(within: Self.namesCodePointsMax) { _ in "" }.filter { !$0.html.isEmpty }
    let more = new.count - first.count
    let unusual = AddedNames.text(list.unusual, atMost: Self.unusualShownMax, words)
    let known = list.names.count - new.count
    var screen = scene.question(
      words.add,
      caption: ([words.addQuestion(new.count)]
        + list.guesses.sorted().map { words.guess($0, unusual: unusual) } + first + [
          more > 0 ? words.andMore(more) : "", known > 0 ? words.known(known) : "",
          AddedNames.text(refused: list.refused, within: Self.refusedCodePointsMax, words),
        ]).lines(),
      yes: scene.button(words.yesAdd(new.count), .addNames(kept), .success))
    // Whoever sees that it is wrong sends another one.
    screen.awaits = scene.entry
    return screen
  }
}
