import FloorPlan
import OfficeActor

/// How things work.
struct HelpScreen: SceneView {
  let scene: Scene

  func render() -> Screen {
    Screen(
      picture: standing(.help, words.howItWorks), caption: words.help(facts), rows: [[menu]])
  }

  private static let adminsNamedMax = 5

  private var facts: HelpFacts {
    let rules = office.rules
    let admins = rules.admins.sorted().compactMap { account -> String? in
      office.employee(linkedTo: account)?.name.text
        ?? office.profiles[account].flatMap { $0.name.isEmpty ? nil : $0.name }
    }
    return HelpFacts(
      windowDays: rules.bookingWindowDays,
      attendance: rules.attendance.isEnabled ? (rules.attendance.askAt, rules.attendance.answerBy) : nil,
      admins: Array(admins.prefix(Self.adminsNamedMax)))
  }
}
