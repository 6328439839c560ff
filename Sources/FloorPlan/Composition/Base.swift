/// What a picture shows under its cells.
enum Base: Sendable, Hashable {
  /// A floor that is laid out from its seats; none where parts of it are shown.
  case rooms([FloorLayout.Room], height: Int)
  /// The office's own plan, on which some seats look as the file has them: those of these groups.
  case plan(OwnPlan, height: Int, keptGroups: [String])
  /// All of a picture that has no cells.
  case statistics(StatisticsPicture)
  /// The coming weeks without their days.
  case fortnight(FortnightSheet)
  /// All of a picture that has no cells.
  case standing(StandingPicture)

  /// Whether other pictures have the same base.
  var isShared: Bool {
    switch self {
    case .rooms, .plan, .fortnight: true
    case .statistics, .standing: false
    }
  }

  /// - Parameter frames: what will be looked at; nil for all of it.
  func drawing(near frames: [Frame]? = nil) -> Drawing {
    switch self {
    case .rooms(let rooms, let height):
      var drawing = Drawing(width: FloorLayout.width, height: height, background: Palette.paper)
      for room in rooms where frames?.contains(where: room.frame.overlaps) ?? true { room.draw(on: &drawing) }
      return drawing
    case .plan(let plan, let height, let keptGroups):
      var drawing = Drawing(width: FloorLayout.width, height: height, background: Palette.paper)
      drawing.underlay = PlanUnderlay(plan: plan, keptGroups: keptGroups)
      return drawing
    case .statistics(let picture): return StatisticsDrawing(picture: picture).drawing()
    case .fortnight(let sheet): return sheet.drawing()
    case .standing(let picture): return StandingDrawing(picture: picture).drawing()
    }
  }
}
