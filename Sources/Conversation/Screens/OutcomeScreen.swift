import FloorPlan

/// What came of a tapped notice, when it leads to no screen of its own.
struct OutcomeScreen {
  let officeName: String
  let outcome: Markup

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.menu, office: officeName, heading: officeName)), caption: outcome,
      rows: [[.menu]])
  }
}
