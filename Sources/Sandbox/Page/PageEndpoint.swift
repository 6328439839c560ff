import Foundation
import Hummingbird

/// The page's files and the pictures in its chats.
struct PageEndpoint {
  private static let mediaTypes = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
  ]

  let world: World

  func respond(_ parts: [String]) async -> Response {
    if parts.first == "pictures", parts.count == 2 {
      guard let file = await world.files.file(uniqueID: parts[1]) else { return .empty(404) }
      return .bytes(file.bytes, file.mediaType, isLasting: true)
    }
    guard parts.count <= 1, !parts.contains(where: { $0.contains("..") || $0.contains("/") }) else {
      return .empty(404)
    }
    let name = parts.first ?? "index.html"
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    guard let mediaType = Self.mediaTypes[ending], let data = try? Resources.data("page/\(name)") else {
      return .empty(404)
    }
    return .bytes(data, mediaType)
  }
}
