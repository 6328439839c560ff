import FloorPlan

extension Russian: PictureWords {
  var legend: FloorLegend {
    FloorLegend(
      free: "свободно", taken: "занято", own: "ваше", heldForYou: "предложено вам", held: "предложено",
      closed: "закрыто")
  }
  var statistics: StatisticsLabels {
    StatisticsLabels(
      title: "Статистика", presence: "Присутствие по дням", nobody: "Никого не было", allSeats: "всего мест",
      weekend: "выходные", closed: "закрыто", weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
      used: "Занято мест по дням недели", released: "снято без ответа", declined: "«Не приду»")
  }
}
