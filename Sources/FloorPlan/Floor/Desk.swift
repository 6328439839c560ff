/// A seat and where it stands on a picture.
struct Desk: Sendable, Hashable {
  let seat: PictureSeat
  let frame: Frame
}

extension Drawing {
  /// Rectangles that are coloured and hatched by the state of what stands there.
  ///
  /// - Parameter height: of one of them, which all else goes by.
  mutating func desks(_ frames: [Frame], height: Int, _ state: SeatState) {
    let colors = Palette.desk(state)
    rectangles(
      frames, radius: min(18, height / 5), fill: colors.fill, edge: colors.edge,
      edgeWidth: max(3, height / 26))
    if state == .closed {
      stripes(
        frames.map { $0.inset(by: height / 14) }, step: max(10, height / 4), color: colors.edge,
        width: max(3, height / 24))
    }
  }
}
