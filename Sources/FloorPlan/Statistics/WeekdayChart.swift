/// How full each weekday was: a bar in a track that stands for all seats.
struct WeekdayChart {
  private static let barWidth = 48

  let labels: StatisticsLabels
  let usedPercent: [Int?]
  let card: Frame

  func draw(on drawing: inout Drawing) {
    StatisticsDrawing.drawCard(card, title: labels.used, on: &drawing)
    let inner = StatisticsDrawing.content(of: card)
    for (index, name) in labels.weekdays.enumerated() {
      let percent = index < usedPercent.count ? usedPercent[index].map { min(max($0, 0), 100) } : nil
      let middle = inner.x + inner.width * (2 * index + 1) / (2 * labels.weekdays.count)
      let track = Frame(
        x: middle - Self.barWidth / 2, y: inner.y + 50, width: Self.barWidth, height: inner.height - 94)
      draw(percent, isWeekend: index > 4, in: track, on: &drawing)
      drawing.text(
        Lettering.Line(
          percent.map { "\($0)%" } ?? "–", x: middle, centredOn: track.y - 24, size: 26,
          color: percent == nil ? Palette.quietInk : Palette.ink, anchor: .middle))
      drawing.text(
        Lettering.Line(
          name, x: middle, centredOn: track.maxY + 28, size: 28, weight: .normal, color: Palette.quietInk,
          anchor: .middle))
    }
  }

  private func draw(_ percent: Int?, isWeekend: Bool, in track: Frame, on drawing: inout Drawing) {
    guard let percent else {
      drawing.stripes([track], step: 14, color: Palette.desk(.closed).edge, width: 3)
      return
    }
    drawing.rectangle(track, radius: 10, fill: Palette.paper)
    let height = Scale(upTo: 100).height(of: percent, on: track.height)
    let bar = Frame(x: track.x, y: track.maxY - height, width: track.width, height: height)
    if height > 0 {
      drawing.rectangle(
        bar, radius: min(10, height / 2), fill: isWeekend ? Palette.accentAtWeekends : Palette.accent)
    }
  }
}
