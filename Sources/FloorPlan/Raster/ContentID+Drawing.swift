import CRsvg

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
    let sum = bytes.withUnsafeBufferPointer {
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, $0.baseAddress, gsize($0.count))
    }
    defer { g_free(sum) }
    self.init(rawValue: sum.map { String(cString: $0) } ?? "")
  }
}
