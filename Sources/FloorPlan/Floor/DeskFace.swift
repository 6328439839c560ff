/// What is written on a desk and how large, wherever it stands: its number, its sign, a person's name.
struct DeskFace: Sendable, Hashable {
  /// Smaller numbers cannot be read.
  static let numberSizeMin = 8
  /// Desks below this share of the median size do not make the others' numbers smaller.
  private static let smallPercent = 60

  let state: SeatState
  private let id: String
  private let name: String?
  private var sizes = Sizes(number: 0, sign: 0, name: 0)

  /// Font sizes, and the size of the sign.
  private struct Sizes: Sendable, Hashable {
    let number: Int
    let sign: Int
    let name: Int
  }

  private init(_ seat: PictureSeat) {
    state = seat.state
    id = PlainText.clean(seat.id)
    name = seat.label.map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The faces of desks that stand on one picture.
  ///
  /// Sizes are the same for all desks, unless one is much smaller than the others or its number much longer.
  static func faces(of desks: [Desk]) -> [DeskFace] {
    var faces = desks.map { DeskFace($0.seat) }
    let largest = desks.map { largestNumber(on: $0.frame) }
    let fitting = faces.indices.map { index in
      let width = desks[index].frame.width * 84 / 100 - largest[index] * 72 / 100 * 13 / 10
      return max(
        TextWidth.size(of: faces[index].id, width: width, upTo: largest[index]), largest[index] * 62 / 100)
    }
    let (number, sign) = (Self.common(fitting), Self.common(largest))
    let largestNames = desks.map { $0.frame.height * 34 / 100 }
    let fittingNames = faces.indices.compactMap { index in
      faces[index].name.map {
        TextWidth.size(of: $0, width: desks[index].frame.width * 95 / 100, upTo: largestNames[index])
      }
    }
    // The few longest are shortened rather than all made small.
    let largestName = Self.common(largestNames)
    let fittingName = fittingNames.isEmpty ? largestName : fittingNames.sorted()[fittingNames.count / 6]
    let name = max(fittingName, largestName * 70 / 100)
    for index in faces.indices {
      faces[index].sizes = Sizes(
        number: min(number, fitting[index]), sign: min(sign, largest[index]) * 72 / 100,
        name: faces[index].name == nil ? 0 : min(name, largestNames[index]))
    }
    return faces
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

  /// Writes everything on the desk in a frame.
  func write(in frame: Frame, on drawing: inout Drawing) {
    guard let name else { return writeNumber(in: frame, sharePercent: 100, on: &drawing) }
    let upper = Frame(
      x: frame.x, y: frame.y + frame.height * 6 / 100, width: frame.width, height: frame.height / 2)
    writeNumber(in: upper, sharePercent: 72, on: &drawing)
    write(name, in: frame, on: &drawing)
  }

  private func writeNumber(in frame: Frame, sharePercent: Int, on drawing: inout Drawing) {
    let colors = Palette.desk(state)
    let size = sizes.number * sharePercent / 100
    let signSize = sizes.sign * sharePercent / 100
    var sign = Sign.of(state)
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
      isReadable = text == id && size >= DeskFace.numberSizeMin
      isInside = size > 0 && TextWidth.of(text, size: size) <= width
    }
  }

  private func write(_ name: String, in frame: Frame, on drawing: inout Drawing) {
    let width = frame.width * 95 / 100
    let top = frame.height / 2
    let lower = Frame(x: frame.x, y: frame.y + top, width: frame.width, height: frame.height - top)
    let size = max(sizes.name * 82 / 100, TextWidth.size(of: name, width: width, upTo: sizes.name))
    let text = TextWidth.shortened(name, size: size, width: width)
    guard size > 0, TextWidth.of(text, size: size) <= width else { return }
    drawing.text(
      Lettering.Line(
        text, x: frame.midX, centredOn: frame.y + frame.height * 73 / 100, size: size,
        color: Palette.desk(state).label, anchor: .middle, bounds: lower))
  }
}

extension DeskFace {
  /// What most faces differ in: hashed for every seat of every picture.
  func hash(into hasher: inout Hasher) {
    hasher.combine(state)
    hasher.combine(id)
    hasher.combine(name)
  }
}
