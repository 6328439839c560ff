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
    var text = text
    let sum = text.withUTF8 { bytes in
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes.baseAddress, gsize(bytes.count))
    }
    defer { g_free(sum) }
    self.init(rawValue: sum.map { String(cString: $0) } ?? "")
  }
}
