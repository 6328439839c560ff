import CRsvg

extension ContentID {
  /// The id of a picture as this version of the renderer draws it.
  ///
  /// - Parameter plan: the office's own drawing, on which floors are shown.
  init(of picture: Picture, plan: OwnPlan?) {
    var bytes = CanonicalBytes()
    bytes.add(FloorPlanRenderer.version)
    bytes.add(Int(rsvg_major_version))
    bytes.add(Int(rsvg_minor_version))
    switch picture {
    case .floor(let floor):
      bytes.add(0)
      bytes.add(floor, plan: plan)
    case .statistics(let statistics):
      bytes.add(1)
      bytes.add(statistics)
    case .standing(let standing):
      bytes.add(2)
      bytes.add(standing)
    case .fortnight(let fortnight):
      bytes.add(3)
      bytes.add(fortnight)
    }
    self.init(of: bytes.bytes)
  }
}

/// Values one after the other, so that different ones never give the same bytes: numbers say where they end, texts
/// and lists begin with their length.
private struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    // Seven bits a byte; the last byte has its highest bit clear.
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  /// Of a part of a floor only that part counts: what becomes of the other seats does not change its picture.
  mutating func add(_ picture: FloorPicture, plan: OwnPlan?) {
    add(plan?.digest)
    add(picture.title)
    add(picture.subtitle)
    add(picture.legend != nil)
    if let legend = picture.legend { for state in SeatState.allCases { add(legend[state]) } }
    let seats = plan == nil ? picture.shownSeats : picture.seats
    bytes.reserveCapacity(bytes.count + 32 * seats.count)
    add(seats.count)
    for seat in seats {
      add(seat.id)
      add(seat.zone)
      add(seat.state.number)
      add(seat.label)
    }
  }

  mutating func add(_ picture: StatisticsPicture) {
    add(picture.month)
    add(picture.seats)
    add(picture.days.count)
    for day in picture.days {
      add(day.number)
      add(day.weekday)
      add(day.presence)
      add(day.isClosed)
    }
    add(picture.usedPercent.count)
    for percent in picture.usedPercent {
      add(percent != nil)
      if let percent { add(percent) }
    }
    add(picture.released)
    add(picture.declined)
    let labels = picture.labels
    for label in [
      labels.title, labels.presence, labels.nobody, labels.allSeats, labels.weekend, labels.closed,
      labels.used,
      labels.released, labels.declined,
    ] + labels.weekdays {
      add(label)
    }
  }

  mutating func add(_ picture: FortnightPicture) {
    add(picture.title)
    add(picture.subtitle)
    for weekday in picture.weekdays { add(weekday) }
    add(picture.cells.count)
    for cell in picture.cells {
      add(cell.number)
      add(cell.guests)
      add(cell.isToday)
      switch cell.state {
      case .seat(let seat):
        add(0)
        add(seat)
      case .offered(let seat):
        add(1)
        add(seat)
      case .queue(let place):
        add(2)
        add(place)
      case .away: add(3)
      case .free(let count):
        add(4)
        add(count)
      case .closed: add(5)
      case .outside: add(6)
      }
    }
  }

  mutating func add(_ picture: StandingPicture) {
    add(picture.kind.rawValue)
    add(picture.office)
    add(picture.heading)
  }
}

extension SeatState {
  /// Stands for the state in content ids that are kept: never given another meaning.
  fileprivate var number: Int {
    switch self {
    case .free: 0
    case .taken: 1
    case .own: 2
    case .heldForYou: 3
    case .held: 4
    case .closed: 5
    }
  }
}
