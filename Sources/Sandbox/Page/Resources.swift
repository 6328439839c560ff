import Foundation

/// The files that come with the sandbox.
enum Resources {
  /// The bytes of a file, by its path in the folder of resources.
  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Resources/\(path)"))
  }
}
