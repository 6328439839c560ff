import FloorPlan

/// What came of a tapped notice, when it leads to no screen of its own.
struct OutcomeScreen: SceneView {
  let scene: Scene
  let outcome: Markup

  func render() -> Screen {
    Screen(picture: standing(.menu, scene.officeName), caption: outcome, rows: [[menu]])
  }
}
