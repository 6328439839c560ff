import FloorPlan
import OfficeActor

/// A screen or a text about a scene, in the language of who looks.
protocol SceneView {
  var scene: Scene { get }
}

extension SceneView {
  var words: any Words { scene.words }
  var office: Office { scene.office }

  /// A calm picture for a screen without a floor.
  func standing(_ kind: StandingPicture.Kind, _ heading: String) -> Picture {
    .standing(StandingPicture(kind, office: scene.officeName, heading: heading))
  }

  /// «… и ещё 3», for what does not fit.
  var more: (Int) -> Markup { words.andMore }
}
