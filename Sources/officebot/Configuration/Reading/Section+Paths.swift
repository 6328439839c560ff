import Foundation

extension Section {
  private static let pathLengths = 1...4096

  /// A folder that the program fills; it may not exist yet.
  func folder(_ name: String, or fallback: String) -> URL {
    let entry = entry(name)
    let url = reader.resolve(entry?.read(.text(Self.pathLengths)) ?? fallback, isDirectory: true)
    if let entry, kind(of: url) == .file {
      entry.addMistake("\(entry.text.inMessage) is a file, not a folder")
    }
    return url
  }

  /// A file that must be there if it is named at all.
  func existingFile(_ name: String) -> URL? {
    guard let entry = entry(name), let path = entry.read(.text(Self.pathLengths)) else { return nil }
    let url = reader.resolve(path, isDirectory: false)
    switch kind(of: url) {
    case .file: return url
    case .folder: entry.addMistake("\(path.inMessage) is a folder, not a file")
    case nil: entry.addMistake("there is no file \(path.inMessage)")
    }
    return nil
  }

  private enum Kind { case file, folder }

  private func kind(of url: URL) -> Kind? {
    // Without the slash of a folder's URL, for "is it a file?" is never true of a path that ends with one.
    let path = "/" + url.pathComponents.filter { $0 != "/" }.joined(separator: "/")
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return nil }
    return isDirectory.boolValue ? .folder : .file
  }
}
