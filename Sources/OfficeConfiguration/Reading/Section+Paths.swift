import Foundation

extension Section {
  private static let pathLengths = 1...4096

  /// A folder that the program fills; it may not exist yet.
  func folder(_ name: String, or fallback: String) -> URL {
    let entry = entry(name)
    let url = reader.resolve(entry?.read(.text(Self.pathLengths)) ?? fallback, isDirectory: true)
    if let entry, let kind = try? FileKind(at: url), kind == .file {
      entry.addMistake("\(entry.text.inMessage) is a file, not a folder")
    }
    return url
  }

  /// A file that must be there if it is named at all.
  func existingFile(_ name: String) -> URL? {
    guard let entry = entry(name), let path = entry.read(.text(Self.pathLengths)) else { return nil }
    let url = reader.resolve(path, isDirectory: false)
    do throws(PathFailure) {
      guard try FileKind(at: url) == .file else {
        entry.addMistake("\(path.inMessage) is a folder, not a file")
        return nil
      }
      guard access(url.pathWithoutSlash, R_OK) == 0 else { throw PathFailure() }
      return url
    } catch {
      entry.addMistake(
        error.isMissing ? "there is no file \(path.inMessage)" : "\(path.inMessage) cannot be read: \(error)")
      return nil
    }
  }
}
