extension Picture {
  /// The picture as an SVG.
  func drawing() -> Drawing {
    switch self {
    case .floor(let picture): FloorDrawing(picture: picture).drawing()
    case .standing(let picture): StandingDrawing(picture: picture).drawing()
    }
  }
}
