import FloorPlan
import OfficeActor

/// «Настройки»: what concerns only the person.
struct SettingsScreen: SceneView {
  let scene: Scene
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: standing(.menu, words.settings),
      caption: ["<b>\(words.settings)</b>", words.settingsHint].lines(),
      rows: [
        [
          ScreenButton(
            "\(words.languageHeading): \(words.languageName(words.language))", .open(trail.to(.language)))
        ],
        [back(trail), menu],
      ])
  }
}

/// «Язык»: each language by its own name.
struct LanguageScreen: SceneView {
  let scene: Scene
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: standing(.menu, words.languageHeading),
      caption: "<b>\(words.languageHeading)</b>",
      rows: Language.allCases.map { language in
        let mark = language == words.language ? "✓ " : ""
        return [ScreenButton(mark + words.languageName(language), .chooseLanguage(language))]
      } + [[back(trail), menu]])
  }
}
