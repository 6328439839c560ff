import ArgumentParser
import Foundation

/// Why a command ends without having done its work. Its text is for the operator.
struct StartFailure: Error, CustomStringConvertible {
  let description: String
}

/// Does a command's work; what keeps it from being done goes to standard error, and the exit status is 1.
///
/// Without this, the parser of the command line would put `Error: ` before the text: in front of the first
/// mistake's place, which editors then no longer recognise.
func reportingFailure(of work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch let mistakes as ConfigurationMistakes {
    StandardError.print(mistakes.description)
    throw ExitCode.failure
  } catch {
    StandardError.print("officebot: \(error)")
    throw ExitCode.failure
  }
}

enum StandardError {
  static func print(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
