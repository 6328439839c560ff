import OfficeActor

extension Scene {
  /// What the person reads from now on; said in that language.
  func choose(_ language: Language) -> Step {
    .perform(.chooseLanguage(language)) { scene, outcome in
      let line: Markup =
        switch outcome {
        case .success: scene.words.languageChosen(language)
        case .failure(let refusal): scene.text(of: refusal)
        }
      return .show(scene.screen(at: Trail(.menu).to(.language)).saying(line), toast: line)
    }
  }
}
