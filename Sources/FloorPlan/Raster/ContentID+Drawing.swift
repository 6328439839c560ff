import CRsvg
import Digests

extension ContentID {
  /// The id of what a drawing shows when this version of the renderer draws it.
  init(of drawing: Drawing) {
    self.init(
      ofText: "\(FloorPlanRenderer.version) \(rsvg_major_version).\(rsvg_minor_version)\n"
        + drawing.description)
  }

  /// The SHA-256 of a text.
  init(ofText text: String) {
    self.init(of: Array(text.utf8))
  }

  /// The SHA-256 of bytes.
  init(of bytes: [UInt8]) {
    self.init(rawValue: SHA256(of: bytes).hexadecimal)
  }
}
