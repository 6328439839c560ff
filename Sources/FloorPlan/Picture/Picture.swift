/// Something that can be drawn. Equal pictures have equal ``ContentID``s.
public enum Picture: Sendable, Hashable {
  /// The floor on one day.
  case floor(FloorPicture)
  /// A month's statistics.
  case statistics(StatisticsPicture)
  /// The coming weeks as one person sees them.
  case fortnight(FortnightPicture)
  /// A calm picture for a screen without a floor.
  case standing(StandingPicture)
}
