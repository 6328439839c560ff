import FloorPlan

/// A floor of so many seats in so many zones, with every state on it once there are six seats.
func floor(seats: Int, zones: Int = 1, label: String? = nil) -> FloorPicture {
  let states = SeatState.allCases
  return FloorPicture(
    title: "ср 25 ноября", subtitle: "Свободно 7 из \(seats)",
    seats: (0..<seats).map { seat in
      PictureSeat(
        id: "\(seat + 1)", zone: zones == 0 ? "" : "Зона \(seat * zones / seats + 1)",
        state: states[seat % states.count], label: label)
    })
}
