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

extension FloorLegend {
  static let russian = FloorLegend(
    free: "свободно", taken: "занято", own: "ваше", heldForYou: "предложено вам", held: "предложено",
    closed: "закрыто")
}

extension FloorPicture {
  init(
    title: String, subtitle: String = "", seats: [PictureSeat], part: Int? = nil, showsLegend: Bool = true
  ) {
    self.init(
      title: title, subtitle: subtitle, seats: seats, part: part, legend: showsLegend ? .russian : nil)
  }
}

extension StatisticsPicture {
  init(
    month: String, seats: Int, days: [Day], usedPercent: [Int?], released: Int, declined: Int
  ) {
    self.init(
      month: month, seats: seats, days: days, usedPercent: usedPercent, released: released,
      declined: declined,
      labels: StatisticsLabels(
        title: "Статистика", presence: "Присутствие по дням", nobody: "Никого не было",
        allSeats: "всего мест", weekend: "выходные", closed: "закрыто",
        weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"], used: "Занято мест по дням недели",
        released: "снято без ответа", declined: "«Не приду»"))
  }
}
