extension Picture {
  /// How the picture is put together, on the office's own plan if it has one.
  func composition(plan: OwnPlan? = nil, layouts: FloorLayouts = FloorLayouts()) -> Composition {
    switch self {
    case .floor(let picture):
      if let plan {
        OwnPlanDrawing(picture: picture, plan: plan).composition()
      } else {
        FloorDrawing(picture: picture, layouts: layouts).composition()
      }
    case .statistics(let picture): Composition(base: .statistics(picture))
    case .fortnight(let picture): FortnightDrawing(picture: picture).composition()
    case .standing(let picture): Composition(base: .standing(picture))
    }
  }

  /// All that is to be drawn.
  func drawing(plan: OwnPlan? = nil) -> Drawing { composition(plan: plan).drawing() }
}
