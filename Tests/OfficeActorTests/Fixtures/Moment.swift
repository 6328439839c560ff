import Foundation
import Testing

/// A moment written as «2026-11-25T09:00:00Z».
struct Moment {
  let date: Date

  init(_ text: String) throws {
    date = try Date(
      text,
      strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains(".")))
  }
}
