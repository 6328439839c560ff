/// A seat and where it stands on a picture.
struct Desk: Sendable, Hashable {
  let seat: PictureSeat
  let frame: Frame
}

/// Desks with their numbers, signs and people's names.
struct DeskDrawing {
  /// Smaller numbers cannot be read.
  static let numberSizeMin = 8
  /// Desks below this share of the median size do not make the others' numbers smaller.
  private static let smallPercent = 60

  private let desks: [Written]

  /// A desk with what is written on it, and how large.
  private struct Written {
    let frame: Frame
    let state: SeatState
    let id: String
    let name: String?
    var sizes = Sizes(number: 0, sign: 0, name: 0)

    init(_ desk: Desk) {
      frame = desk.frame
      state = desk.seat.state
      id = PlainText.clean(desk.seat.id)
      name = desk.seat.label.map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// Font sizes, and the size of the sign, on one desk.
  private struct Sizes {
    let number: Int
    let sign: Int
    let name: Int
  }

  /// Sizes are the same for all desks, unless one is much smaller than the others or its number much longer.
  init(_ desks: [Desk]) {
    var desks = desks.map(Written.init)
    let largest = desks.map { Self.largestNumber(on: $0.frame) }
    let fitting = zip(desks, largest).map { desk, largest in
      let width = desk.frame.width * 84 / 100 - largest * 72 / 100 * 13 / 10
      return max(TextWidth.size(of: desk.id, width: width, upTo: largest), largest * 62 / 100)
    }
    let (number, common) = (Self.common(fitting), Self.common(largest))
    let largestNames = desks.map { $0.frame.height * 34 / 100 }
    let fittingNames = zip(desks, largestNames).compactMap { desk, largest in
      desk.name.map { TextWidth.size(of: $0, width: desk.frame.width * 95 / 100, upTo: largest) }
    }
    // The few longest are shortened rather than all made small.
    let largestName = Self.common(largestNames)
    let fittingName = fittingNames.isEmpty ? largestName : fittingNames.sorted()[fittingNames.count / 6]
    let name = max(fittingName, largestName * 70 / 100)
    for index in desks.indices {
      desks[index].sizes = Sizes(
        number: min(number, fitting[index]), sign: min(common, largest[index]) * 72 / 100,
        name: min(name, largestNames[index]))
    }
    self.desks = desks
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
      drawDesks(state, in: desks.filter { $0.state == state }.map(\.frame), on: &drawing)
    }
    drawNumbers(on: &drawing)
  }

  /// Numbers, signs and names, without the desks.
  func drawNumbers(on drawing: inout Drawing) {
    for desk in desks {
      let frame = desk.frame
      if let name = desk.name {
        let upper = Frame(
          x: frame.x, y: frame.y + frame.height * 6 / 100, width: frame.width, height: frame.height / 2)
        drawNumber(of: desk, in: upper, sharePercent: 72, on: &drawing)
        drawName(name, desk.state, in: frame, size: desk.sizes.name, on: &drawing)
      } else {
        drawNumber(of: desk, in: frame, sharePercent: 100, on: &drawing)
      }
    }
  }

  private func drawDesks(_ state: SeatState, in frames: [Frame], on drawing: inout Drawing) {
    guard let height = frames.first?.height else { return }
    drawing.desks(frames, height: height, state)
  }

  private func drawNumber(
    of desk: Written, in frame: Frame, sharePercent: Int, on drawing: inout Drawing
  ) {
    let colors = Palette.desk(desk.state)
    let size = desk.sizes.number * sharePercent / 100
    let signSize = desk.sizes.sign * sharePercent / 100
    var sign = Sign.of(desk.state)
    var number = Number(
      desk.id, size: size, width: frame.width * 88 / 100 - (sign == nil ? 0 : signSize * 13 / 10))
    if sign != nil, !number.isReadable {
      // A sign gives way to the number.
      let alone = Number(desk.id, size: size, width: frame.width * 88 / 100)
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
