import FloorPlan

/// What is written on pictures besides names and numbers.
protocol PictureWords {
  var legend: FloorLegend { get }
  var statistics: StatisticsLabels { get }
}
