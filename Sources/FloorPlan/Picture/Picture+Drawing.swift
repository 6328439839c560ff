extension Picture {
  /// What is to be drawn, on the office's own plan if it has one.
  func drawing(plan: OwnPlan? = nil) -> Drawing {
    switch self {
    case .floor(let picture):
      if let plan {
        OwnPlanDrawing(picture: picture, plan: plan).drawing()
      } else {
        FloorDrawing(picture: picture).drawing()
      }
    case .statistics(let picture): StatisticsDrawing(picture: picture).drawing()
    case .fortnight(let picture): FortnightDrawing(picture: picture).drawing()
    case .standing(let picture): StandingDrawing(picture: picture).drawing()
    }
  }
}
