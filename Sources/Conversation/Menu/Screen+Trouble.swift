import FloorPlan
package import OfficeActor

extension Scene {
  /// What a person sees when a screen could not be shown through a mistake of the bot's.
  package static func trouble(officeName: String, in language: Language) -> Screen {
    let words = language.words
    return Screen(
      picture: .standing(StandingPicture(.trouble, office: officeName, heading: words.troubleHeading)),
      caption: words.trouble, rows: [[.menu(words)]])
  }
}
