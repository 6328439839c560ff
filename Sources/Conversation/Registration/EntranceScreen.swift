import FloorPlan

/// What stands in the way of a stranger, and what to do about it.
struct EntranceScreen: SceneView {
  let scene: Scene
  let obstacle: Obstacle

  func render() -> Screen {
    Screen(
      picture: standing(.welcome, words.welcome), caption: words.obstacle(obstacle, scene.officeName),
      rows: [[ScreenButton(words.checkAgain, .open(Trail(.menu)))]])
  }
}
