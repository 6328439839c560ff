extension Palette {
  /// The colours of every floor that is laid out from its seats, and the shades between them at antialiased edges:
  /// as many as a PNG's palette holds.
  static let floor = colors(atMost: ColorTable.paletteMax)

  /// The same with fewer shades, which leaves room for the colours of the office's own plan.
  static let floorOnOwnPlan = colors(atMost: ColorTable.paletteMax / 2)

  /// Colours that lie next to each other on a floor.
  private static var neighbours: [(Color, Color)] {
    var pairs = [(paper, room), (paper, ink), (paper, quietInk), (room, quietInk)]
    for state in SeatState.allCases {
      let desk = desk(state)
      pairs += [(room, desk.edge), (paper, desk.edge), (desk.edge, desk.fill)]
      for writing in [desk.number, desk.sign, desk.label] {
        pairs.append((desk.fill, writing))
        // Across the stripes.
        if state == .closed { pairs.append((desk.edge, writing)) }
      }
    }
    return pairs
  }

  /// The finest shades of which there are few enough, all as far apart.
  private static func colors(atMost count: Int) -> [UInt32] {
    for distance in 8...UInt32(UInt8.max) {
      var known: Set<UInt32> = []
      var colors: [UInt32] = []
      for color in neighbours.flatMap({ [$0.rgb, $1.rgb] }) where known.insert(color).inserted {
        colors.append(color)
      }
      for shade in neighbours.flatMap({ shades(from: $0.rgb, to: $1.rgb, distance: distance) })
      where known.insert(shade).inserted { colors.append(shade) }
      if colors.count <= count { return colors }
    }
    preconditionFailure("there are more than \(count) colours")
  }

  /// Shades between two colours, of which none differs from the next by more than a distance in any channel.
  private static func shades(from one: UInt32, to other: UInt32, distance: UInt32) -> [UInt32] {
    let channels: [UInt32] = [16, 8, 0]
    func channel(_ color: UInt32, _ shift: UInt32) -> Int { Int(color >> shift & 0xFF) }
    let most = channels.map { abs(channel(one, $0) - channel(other, $0)) }.max() ?? 0
    let steps = (most + Int(distance) - 1) / Int(distance)
    return (1..<max(1, steps)).map { step in
      channels.reduce(0) { color, shift in
        let mixed = channel(one, shift) * (steps - step) + channel(other, shift) * step
        return color | UInt32((mixed + steps / 2) / steps) << shift
      }
    }
  }
}
