package import OfficeActor

// Buttons that many screens have, each written once.

extension ScreenButton {
  static func back(_ trail: Trail, _ words: any Words) -> ScreenButton {
    ScreenButton(words.back, .open(trail.back))
  }

  static func menu(_ words: any Words) -> ScreenButton { ScreenButton(words.menu, .open(Trail(.menu))) }

  /// «Меню», for a message that is no screen.
  package static func menu(in language: Language) -> ScreenButton { .menu(language.words) }
}

extension SceneView {
  var menu: ScreenButton { .menu(words) }
  func back(_ trail: Trail) -> ScreenButton { .back(trail, words) }
}

extension [ScreenButton] {
  /// «Занять место 12», «Спасибо, не нужно».
  static func answers(to offer: Offer, from trail: Trail, _ words: any Words) -> [ScreenButton] {
    [
      ScreenButton(
        words.takeSeat(offer.seat),
        .acceptOffer(offer.id, of: offer.seat, on: offer.day, from: trail), .success),
      ScreenButton(
        words.noThanks, .declineOffer(offer.id, of: offer.seat, on: offer.day, from: trail)),
    ]
  }

  /// The buttons in rows of that many.
  func rows(of width: Int) -> [[ScreenButton]] {
    stride(from: 0, to: count, by: width).map { Array(self[$0..<Swift.min($0 + width, count)]) }
  }

  /// «‹», «2/5», «›» for a list of several pages, nothing for a list of one. At its ends a direction is left out.
  static func pages(current: Int, of count: Int, at place: (Int) -> Button) -> [ScreenButton] {
    guard count > 1 else { return [] }
    return step(
      "\(current + 1)/\(count)", back: current > 0 ? place(current - 1) : nil,
      on: current < count - 1 ? place(current + 1) : nil)
  }

  /// «‹», where one is, «›»; without the direction that leads nowhere.
  static func step(_ here: String, back: Button?, on: Button?) -> [ScreenButton] {
    [back.map { ScreenButton("‹", $0) }, ScreenButton(here, .label), on.map { ScreenButton("›", $0) }]
      .compactMap(\.self)
  }
}

/// A list cut into pages.
struct Page<Item> {
  let items: ArraySlice<Item>
  /// Which page it is, the first being 0; within the list, whatever was asked for.
  let index: Int
  /// How many pages there are, at least 1.
  let count: Int

  init(_ wanted: Int, of all: [Item], size: Int) {
    count = max(1, (all.count + size - 1) / size)
    index = min(max(0, wanted), count - 1)
    items = all[min(index * size, all.count)..<min((index + 1) * size, all.count)]
  }
}
