import Foundation
import Logging
import Telegram
import Vitals

/// The bot's ways to Telegram. Polls have connections of their own, so that calls which hang never keep a poll from
/// starting.
struct TelegramLines {
  /// For everything but polls, at Telegram's pace.
  let api: PacedBotAPI
  let polling: PacedBotAPI
  /// The taps that came over either and wait for their answers.
  let taps = TapWatch()
  private let client: TelegramClient
  private let pollingClient: TelegramClient

  init(to server: URL, with token: BotToken, at pace: PaceLimits, vitals: Vitals, logger: Logger) {
    client = TelegramClient(token: token, apiURL: server.absoluteString)
    pollingClient = TelegramClient(token: token, apiURL: server.absoluteString)
    api = PacedBotAPI(
      api: MeasuredBotAPI(api: client, vitals: vitals, taps: taps), clock: ContinuousClock(), limits: pace,
      logger: logger)
    polling = PacedBotAPI(
      api: MeasuredBotAPI(api: pollingClient, vitals: vitals, taps: taps), clock: ContinuousClock(),
      logger: logger)
  }

  func endPolls() { pollingClient.close() }

  func endCalls() { client.close() }
}
