/// Desks with their numbers, signs and people's names.
struct DeskDrawing {
  /// Smaller numbers cannot be read.
  static let numberSizeMin = 8
  /// Desks below this share of the median size do not make the others' numbers smaller.
  private static let smallPercent = 60

  /// Font sizes, and the size of the sign, on one desk.
  private struct Sizes {
    let number: Int
    let sign: Int
    let name: Int
  }

  let seats: [PictureSeat]
  let frames: [Frame]

  /// The same for all desks, unless one is much smaller than the others or its number much longer.
  private let sizes: [Sizes]
  private let ids: [String]
  private let names: [String?]

  init(seats: [PictureSeat], frames: [Frame]) {
    self.seats = seats
    self.frames = frames
    let ids = seats.map { PlainText.clean($0.id) }
    self.ids = ids
    let names = seats.map { $0.label.map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 } }
    self.names = names
    let largest = frames.map(Self.largestNumber)
    let fitting = zip(zip(ids, frames), largest).map { desk, largest in
      let width = desk.1.width * 84 / 100 - largest * 72 / 100 * 13 / 10
      return max(TextWidth.size(of: desk.0, width: width, upTo: largest), largest * 62 / 100)
    }
    let (number, common) = (Self.common(fitting), Self.common(largest))
    let largestNames = frames.map { $0.height * 34 / 100 }
    let fittingNames = zip(zip(names, frames), largestNames).compactMap { desk, largest in
      desk.0.map { TextWidth.size(of: $0, width: desk.1.width * 95 / 100, upTo: largest) }
    }
    // The few longest are shortened rather than all made small.
    let largestName = Self.common(largestNames)
    let fittingName = fittingNames.isEmpty ? largestName : fittingNames.sorted()[fittingNames.count / 6]
    let name = max(fittingName, largestName * 70 / 100)
    sizes = frames.indices.map { desk in
      Sizes(
        number: min(number, fitting[desk]), sign: min(common, largest[desk]) * 72 / 100,
        name: min(name, largestNames[desk]))
    }
  }

  /// Whether a number can be written on a desk so that it can be read.
  static func hasRoom(for id: String, in frame: Frame) -> Bool {
    let width = frame.width * 88 / 100
    return TextWidth.size(of: PlainText.clean(id), width: width, upTo: largestNumber(on: frame))
      >= numberSizeMin
  }

  private static func largestNumber(on frame: Frame) -> Int { min(frame.height * 54 / 100, 64) }

  /// The smallest size, not counting desks much smaller than the median.
  private static func common(_ sizes: [Int]) -> Int {
    let sorted = sizes.sorted()
    guard let middle = sorted.isEmpty ? nil : sorted[sorted.count / 2] else { return 0 }
    return sorted.first { $0 * 100 >= middle * smallPercent } ?? middle
  }

  func draw(on drawing: inout Drawing) {
    for state in SeatState.allCases {
      drawDesks(state, in: seats.indices.filter { seats[$0].state == state }.map { frames[$0] }, on: &drawing)
    }
    drawNumbers(on: &drawing)
  }

  /// Numbers, signs and names, without the desks.
  func drawNumbers(on drawing: inout Drawing) {
    for (index, seat) in seats.enumerated() {
      let frame = frames[index]
      if let name = names[index] {
        let upper = Frame(
          x: frame.x, y: frame.y + frame.height * 6 / 100, width: frame.width, height: frame.height / 2)
        drawNumber(index, in: upper, sharePercent: 72, on: &drawing)
        drawName(name, seat.state, in: frame, size: sizes[index].name, on: &drawing)
      } else {
        drawNumber(index, in: frame, sharePercent: 100, on: &drawing)
      }
    }
  }

  private func drawDesks(_ state: SeatState, in frames: [Frame], on drawing: inout Drawing) {
    guard let height = frames.first?.height else { return }
    let colors = Palette.desk(state)
    drawing.rectangles(
      frames, radius: min(18, height / 5), fill: colors.fill, edge: colors.edge,
      edgeWidth: max(3, height / 26))
    if state == .closed {
      drawing.stripes(
        frames.map { $0.inset(by: height / 14) }, step: max(10, height / 4), color: colors.edge,
        width: max(3, height / 24))
    }
  }

  private func drawNumber(
    _ desk: Int, in frame: Frame, sharePercent: Int, on drawing: inout Drawing
  ) {
    let (id, colors) = (ids[desk], Palette.desk(seats[desk].state))
    let size = sizes[desk].number * sharePercent / 100
    let signSize = sizes[desk].sign * sharePercent / 100
    var sign = Sign.of(seats[desk].state)
    var number = Number(
      id, size: size, width: frame.width * 88 / 100 - (sign == nil ? 0 : signSize * 13 / 10))
    if sign != nil, !number.isReadable {
      // A sign gives way to the number.
      let alone = Number(id, size: size, width: frame.width * 88 / 100)
      if alone.isReadable || !number.isInside { (sign, number) = (nil, alone) }
    }
    guard number.isInside else { return }
    let aside = sign == nil ? 0 : signSize * 13 / 10
    let textWidth = TextWidth.of(number.text, size: number.size)
    let left = frame.midX - (textWidth + aside) / 2
    if let sign {
      drawing.sign(sign, x: left, y: frame.midY - signSize / 2, size: signSize, color: colors.sign)
    }
    drawing.text(
      Lettering.Line(
        number.text, x: left + aside + textWidth / 2, centredOn: frame.midY, size: number.size,
        color: colors.number, anchor: .middle, bounds: frame))
  }

  /// A seat's number as it fits into a width, shortened if necessary.
  private struct Number {
    let text: String
    let size: Int
    let isReadable: Bool
    let isInside: Bool

    init(_ id: String, size largest: Int, width: Int) {
      size = max(largest * 45 / 100, TextWidth.size(of: id, width: width, upTo: largest))
      text = TextWidth.shortened(id, size: size, width: width)
      isReadable = text == id && size >= DeskDrawing.numberSizeMin
      isInside = size > 0 && TextWidth.of(text, size: size) <= width
    }
  }

  private func drawName(
    _ name: String, _ state: SeatState, in frame: Frame, size nameSize: Int, on drawing: inout Drawing
  ) {
    let width = frame.width * 95 / 100
    let top = frame.height / 2
    let lower = Frame(x: frame.x, y: frame.y + top, width: frame.width, height: frame.height - top)
    let size = max(nameSize * 82 / 100, TextWidth.size(of: name, width: width, upTo: nameSize))
    let text = TextWidth.shortened(name, size: size, width: width)
    guard size > 0, TextWidth.of(text, size: size) <= width else { return }
    drawing.text(
      Lettering.Line(
        text, x: frame.midX, centredOn: frame.y + frame.height * 73 / 100, size: size,
        color: Palette.desk(state).label,
        anchor: .middle, bounds: lower))
  }
}
