import FloorPlan

extension English: PictureWords {
  var legend: FloorLegend {
    FloorLegend(
      free: "free", taken: "taken", own: "yours", heldForYou: "offered to you", held: "offered",
      closed: "closed")
  }
  var statistics: StatisticsLabels {
    StatisticsLabels(
      title: "Statistics", presence: "People by day", nobody: "Nobody was there", allSeats: "seats in all",
      weekend: "weekend", closed: "closed", weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      used: "Seats taken by weekday", released: "released", declined: "“Not coming”")
  }
}
