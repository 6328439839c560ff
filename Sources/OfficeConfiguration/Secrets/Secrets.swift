import Foundation

/// What only this process may know: given in the environment, or in a file that the environment names
/// (as containers mount secrets).
package enum Secrets {
  /// Why a secret cannot be used; never contains any part of it.
  package struct Problem: Error, Hashable, CustomStringConvertible {
    let message: String
    package var description: String { message }
  }

  static let fileBytesMax = 4096

  /// The bot's token as BotFather gave it, from `BOT_TOKEN` or the file that `BOT_TOKEN_FILE` names.
  ///
  /// - Throws: ``Problem`` if it is missing or does not look like a token.
  package static func botToken(environment: [String: String]) throws(Problem) -> Secret {
    guard let token = try value(named: "BOT_TOKEN", environment: environment) else {
      throw Problem(
        message: "the bot's token is missing: put what @BotFather gave you into the environment variable "
          + "BOT_TOKEN, or into a file that BOT_TOKEN_FILE names")
    }
    guard token.wholeMatch(of: /[0-9]+:[A-Za-z0-9_-]+/) != nil else {
      throw Problem(
        message: "BOT_TOKEN or the file that BOT_TOKEN_FILE names does not hold a bot's token; "
          + "a token looks like 123456789:AAExampleExampleExampleExampleExampl")
    }
    return Secret(value: token)
  }

  /// The secret of the invitation link, from `REGISTRATION_INVITE` or `REGISTRATION_INVITE_FILE`.
  static func inviteSecret(environment: [String: String]) throws(Problem) -> Secret {
    guard let invite = try value(named: "REGISTRATION_INVITE", environment: environment) else {
      throw Problem(
        message: "`invite` needs the secret of the link in the environment variable REGISTRATION_INVITE, "
          + "or in a file that REGISTRATION_INVITE_FILE names")
    }
    // Telegram's bounds for the `start` parameter of a link, but for the least length: fewer than eight
    // characters could be guessed.
    guard invite.wholeMatch(of: /[A-Za-z0-9_-]{8,64}/) != nil else {
      throw Problem(
        message: "REGISTRATION_INVITE must be 8 to 64 of the characters A–Z, a–z, 0–9, `_` and `-`")
    }
    return Secret(value: invite)
  }

  /// What Telegram shows with each delivery to the webhook, from `WEBHOOK_SECRET` or the file that
  /// `WEBHOOK_SECRET_FILE` names; nil if neither is given.
  static func webhookSecret(environment: [String: String]) throws(Problem) -> Secret? {
    guard let secret = try value(named: "WEBHOOK_SECRET", environment: environment) else { return nil }
    guard secret.wholeMatch(of: /[A-Za-z0-9_-]{16,256}/) != nil else {
      throw Problem(message: "WEBHOOK_SECRET must be 16 to 256 of the characters A–Z, a–z, 0–9, `_` and `-`")
    }
    return Secret(value: secret)
  }

  /// An empty variable counts as none: that is how container files pass what is not set.
  private static func value(
    named name: String, environment: [String: String]
  ) throws(Problem) -> String? {
    func trimmed(_ text: String?) -> String? {
      let text = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
      return text.isEmpty ? nil : text
    }
    let fileName = "\(name)_FILE"
    switch (trimmed(environment[name]), trimmed(environment[fileName])) {
    case (nil, nil): return nil
    case (let value?, nil): return value
    case (_?, _?): throw Problem(message: "both \(name) and \(fileName) are given; keep one of them")
    case (nil, let path?):
      do {
        // The path is not shown: somebody may have put the secret itself there.
        guard let value = trimmed(try TextFile.text(of: URL(filePath: path), bytesMax: fileBytesMax)) else {
          throw Problem(message: "the file that \(fileName) names is empty")
        }
        return value
      } catch let problem as TextFile.Problem {
        throw Problem(message: "the file that \(fileName) names cannot be used: \(problem.message)")
      } catch let problem as Problem {
        throw problem
      } catch {
        throw Problem(message: "the file that \(fileName) names cannot be used")
      }
    }
  }
}
