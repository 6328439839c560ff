package import Foundation
package import OfficeActor

/// Everything a step is decided from: one office, one viewer, one moment. Made anew for each update, and again
/// with what holds after each command.
package struct Scene: Sendable {
  let office: Office
  let officeName: String
  let now: Date
  /// What the viewer reads.
  let words: any Words
  var viewer: Viewer
  /// The employee that the viewer is linked to; nil for a stranger.
  let employee: Employee?

  /// What the viewer sees of an office at a moment.
  package init(office: Office, officeName: String, now: Date, viewer: Viewer) {
    self.office = office
    self.officeName = officeName
    self.now = now
    self.viewer = viewer
    words = office.language(of: viewer.account, app: viewer.profile?.appLanguage).words
    employee = office.employee(linkedTo: viewer.account)
  }

  /// Who taps or writes, with what the chat was waiting for.
  package struct Viewer: Sendable {
    package let account: AccountID
    package var entry: TextEntry?
    /// What is known of somebody whom the office does not know.
    package var evidence: Evidence
    /// How the account calls itself.
    package var profile: AccountProfile?

    /// Somebody, told by the account alone: what a button says is only a wish.
    package init(
      account: AccountID, entry: TextEntry? = nil, evidence: Evidence = .proof(.none),
      profile: AccountProfile? = nil
    ) {
      self.account = account
      self.entry = entry
      self.evidence = evidence
      self.profile = profile
    }

    /// Whether the chat waits for a list of names, which may come as a document.
    package var awaitsDocument: Bool {
      if case .admin(_, let trail) = entry { trail.place == .admin(.adding) } else { false }
    }
  }

  var today: Day { office.rules.today(at: now) }
  var isAdmin: Bool { office.rules.admins.contains(viewer.account) }

  /// The same scene in a chat that waits for nothing.
  var forgettingEntry: Scene { waiting(for: nil) }

  func waiting(for entry: TextEntry?) -> Scene {
    var scene = self
    scene.viewer.entry = entry
    return scene
  }

  func text(of refusal: Refusal) -> Markup { RefusalText(scene: self).text(of: refusal) }
  func text(of rejection: Rejection) -> Markup { RefusalText(scene: self).text(of: rejection) }
}
