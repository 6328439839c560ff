/// The office's floor on one day.
public struct FloorPicture: Sendable, Hashable {
  /// The largest number of seats that is drawn; more is an error, not an unreadable picture.
  public static let seatsMax = 400

  /// The day: «ср 25 ноября».
  public var title: String
  /// One line under the title: «Свободно 7 из 60».
  public var subtitle: String
  /// The seats, in the order in which people count them; zones appear in the order of their first seat.
  public var seats: [PictureSeat]
  /// Whether the signs are explained at the bottom.
  public var showsLegend: Bool

  /// A floor with the seats as they are on one day.
  public init(title: String, subtitle: String = "", seats: [PictureSeat], showsLegend: Bool = true) {
    self.title = title
    self.subtitle = subtitle
    self.seats = seats
    self.showsLegend = showsLegend
  }
}
