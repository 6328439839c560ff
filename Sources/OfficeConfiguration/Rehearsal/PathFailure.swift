import Foundation
import Glibc

/// Why the system does not let a path be used, in words for the operator.
struct PathFailure: Error, Hashable, CustomStringConvertible {
  let code: Int32
  /// A link leads to something that is not there, so nothing can be made in its place either.
  var isDanglingLink = false

  /// The last call's reason.
  init(_ code: Int32 = errno) { self.code = code }

  var isMissing: Bool { code == ENOENT && !isDanglingLink }

  var description: String {
    switch code {
    case ENOENT where isDanglingLink: "it is a link to something that is not there"
    case ENOENT: "there is no such file"
    case ENOTDIR: "a part of its path is a file, not a folder"
    case EACCES, EPERM: "permission is denied"
    case ELOOP: "links on its path lead in a circle"
    case ENAMETOOLONG: "its name is too long"
    default: String(cString: strerror(code))
    }
  }
}

/// What stands at a path.
enum FileKind {
  case file, folder

  /// Anything that is no folder counts as a file: a device and a pipe can be read.
  ///
  /// - Throws: ``PathFailure``, also when nothing is there.
  init(at url: URL) throws(PathFailure) {
    var status = stat()
    guard stat(url.pathWithoutSlash, &status) == 0 else {
      var failure = PathFailure()
      failure.isDanglingLink = failure.isMissing && lstat(url.pathWithoutSlash, &status) == 0
      throw failure
    }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}

extension URL {
  /// Without the slash of a folder's URL: no file has a path that ends with one.
  var pathWithoutSlash: String {
    let path = path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
