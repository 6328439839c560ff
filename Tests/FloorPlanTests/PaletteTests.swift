import Testing

@testable import FloorPlan

@Suite("Colours")
struct PaletteTests {
  @Test(
    "Seats in different states differ also for those who do not tell red from green",
    arguments: ColorVision.allCases)
  func statesDiffer(vision: ColorVision) {
    for (index, one) in SeatState.allCases.enumerated() {
      for other in SeatState.allCases[(index + 1)...] {
        let difference = vision.difference(Palette.desk(one).fill, Palette.desk(other).fill)
        #expect(difference > 11, "\(one) and \(other)")
      }
    }
  }

  @Test("The measure knows red and green that look alike to some")
  func measure() {
    let (red, green) = (Color(0xC87878), Color(0x8C9178))
    #expect(ColorVision.usual.difference(red, green) > 30)
    #expect(ColorVision.deuteranopia.difference(red, green) < 11)
    #expect(ColorVision.contrast(Color(0x000000), Color(0xFFFFFF)) == 21)
  }

  @Test("What stands on a seat is legible", arguments: SeatState.allCases)
  func legible(state: SeatState) {
    let desk = Palette.desk(state)
    #expect(ColorVision.contrast(desk.number, desk.fill) >= 4.5)
    #expect(ColorVision.contrast(desk.label, desk.fill) >= 4.5)
    #expect(ColorVision.contrast(desk.sign, desk.fill) >= 3)
  }

  @Test("What can be tapped stands out from the room", arguments: [SeatState.free, .own, .heldForYou])
  func outlines(state: SeatState) {
    #expect(ColorVision.contrast(Palette.desk(state).edge, Palette.room) >= 3)
  }

  @Test("The legend names the states that occur, and no others")
  func legend() {
    for state in SeatState.allCases {
      let picture = FloorPicture(title: "", seats: [PictureSeat(id: "1", state: state)])
      let words = Set(Picture.floor(picture).drawing().texts.map(\.text))
      #expect(words == ["1", FloorLegend.russian[state]])
    }
  }

  @Test("The legend has room for all states in letters of nine pixels on a phone 390 wide")
  func legendFits() {
    let picture = floor(seats: SeatState.allCases.count)
    let drawing = Picture.floor(picture).drawing()
    let words = SeatState.allCases.map { FloorLegend.russian[$0] }
    let lines = drawing.texts.filter { words.contains($0.text) }
    #expect(lines.count == words.count)
    #expect(lines.allSatisfy { $0.size * 390 / drawing.width >= 9 })
    #expect(lines.allSatisfy { $0.x + TextWidth.of($0.text, size: $0.size) <= drawing.width })
    #expect(lines.allSatisfy { $0.baseline < drawing.height })
  }
}
