public import Foundation

/// The Bot API as the rest of the program uses it: ``TelegramClient``, or a fake in tests.
public protocol BotAPI: Sendable {
  /// Makes one call and waits for its answer. Nothing is retried.
  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer

  /// The contents of a file that ``GetFile`` has located.
  ///
  /// - Throws: `fileRefused` if it cannot be fetched, with the reason: it is longer than `bytesMax`, gone, or out of
  ///   reach.
  func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data
}
