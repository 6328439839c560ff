/// The office's floor on one day.
///
/// Any number of seats can be drawn. Where there are too many to tell their desks apart on a phone, a floor that
/// is laid out from its seats shows its parts with how many of their seats are free.
public struct FloorPicture: Sendable, Hashable {
  /// The day: «ср 25 ноября».
  public var title: String
  /// One line under the title: «Свободно 7 из 60».
  public var subtitle: String
  /// The seats, in the order in which people count them; zones appear in the order of their first seat.
  public var seats: [PictureSeat]
  /// Which of the floor's ``FloorPart/parts(of:)`` is shown, if not all of it.
  public var part: Int?
  /// What the signs mean, explained at the bottom; nil to leave that out.
  public var legend: FloorLegend?

  /// A floor with the seats as they are on one day.
  public init(
    title: String, subtitle: String = "", seats: [PictureSeat], part: Int? = nil, legend: FloorLegend?
  ) {
    self.title = title
    self.subtitle = subtitle
    self.seats = seats
    self.part = part
    self.legend = legend
  }

  /// The seats of the part that is shown, or all of them.
  var shownSeats: [PictureSeat] {
    guard let part else { return seats }
    let parts = FloorPart.parts(of: seats)
    return parts.indices.contains(part) ? parts[part].seats.map { seats[$0] } : seats
  }
}
