import FloorPlan

/// An office without names: nobody can register yet.
struct NotReadyScreen: SceneView {
  let scene: Scene

  func render() -> Screen {
    Screen(
      picture: standing(.welcome, words.welcome), caption: words.noNames(isAdmin: scene.isAdmin),
      rows: [[ScreenButton(words.refresh, .open(Trail(.menu)))]])
  }
}
