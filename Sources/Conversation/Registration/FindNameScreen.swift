import FloorPlan
import OfficeActor

/// One's own name found by its letters. Before they are typed nobody's name is shown.
struct FindNameScreen: SceneView {
  let scene: Scene
  let typed: String
  /// What the office says fits; nil if too little was typed.
  let found: Office.NamesFound?
  /// Whether a request of the person's waits already.
  let isWaiting: Bool

  init(_ scene: Scene, typed: String, isWaiting: Bool) {
    self.scene = scene
    self.typed = typed
    self.isWaiting = isWaiting
    found = scene.office.namesFound(typing: typed)
  }

  func render() -> Screen {
    Screen(
      picture: standing(.welcome, words.welcome),
      caption: caption,
      rows: (found?.offered ?? []).map {
        [ScreenButton($0.name.text, .open(Trail(.names(page: 0)).to(.name($0.id))))]
      } + (isWaiting ? [[ScreenButton(words.toRequest, .open(Trail(.menu)))]] : []),
      awaits: .name(typed: typed))
  }

  private var caption: Markup {
    let letters = Office.nameLettersMin
    guard !typed.isEmpty else {
      return "\(words.greeting(scene.officeName))\n\n\(words.typeName(lettersMin: letters))"
    }
    guard let found else { return words.nameTooShort(typed, lettersMin: letters) }
    return found.count == 0
      ? words.noSuchName(typed) : words.namesFound(found.count, typed, shown: found.offered.count)
  }
}
