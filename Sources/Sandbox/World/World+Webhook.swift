import Foundation
import FoundationNetworking

/// Where updates are delivered to instead of being asked for.
struct Webhook {
  let url: URL
  let secret: String?
  /// Another one for each `setWebhook`, so that deliveries to the one before count for nothing.
  let number: Int
  let connectionsMax: Int
  /// The chats with a delivery under way: theirs come one after the other.
  var busy: Set<Int64> = []
  var lastError: String?
  var lastErrorDate: Date?

  /// How long a delivery that failed waits for the next attempt; Telegram's pauses grow.
  static let pause = Duration.milliseconds(300)
  static let timeout: TimeInterval = 60
}

extension World {
  func setWebhook(_ call: BotCall) throws(Refusal) -> JSON {
    let address = call["url"] ?? ""
    // Plain http is for servers of one's own, as this one is.
    guard let url = URL(string: address), let scheme = url.scheme, ["http", "https"].contains(scheme),
      scheme == "https" || settings.allowsPlainWebhooks
    else { throw .badRequest("bad webhook: An HTTPS URL must be provided for webhook") }
    let secret = call["secret_token"]
    if let secret, secret.wholeMatch(of: /[A-Za-z0-9_-]{1,256}/) == nil {
      throw .badRequest("secret token contains unallowed characters")
    }
    allowed.update(call["allowed_updates"])
    if call.flag("drop_pending_updates") { queue.clear() }
    setWebhook(
      url, secret: secret, connectionsMax: call.integer("max_connections", default: 40, in: 1...100))
    return true
  }

  func setWebhook(_ url: URL, secret: String?, connectionsMax: Int = 40) {
    webhook = Webhook(
      url: url, secret: secret, number: (webhook?.number ?? 0) + 1, connectionsMax: connectionsMax)
    endWaitingPoll(.webhookSet)
    deliver()
  }

  func deleteWebhook(_ call: BotCall) -> JSON {
    webhook = nil
    if call.flag("drop_pending_updates") { queue.clear() }
    return true
  }

  func getWebhookInfo() -> JSON {
    .compact([
      "url": .string(webhook?.url.absoluteString ?? ""), "has_custom_certificate": false,
      "pending_update_count": .integer(queue.events.count),
      "last_error_date": webhook?.lastErrorDate.map { .integer(Int($0.timeIntervalSince1970)) },
      "last_error_message": webhook?.lastError.map { .string($0) },
    ])
  }

  /// Begins the deliveries that may begin: of each chat the oldest.
  func deliver() {
    guard let webhook, settings.delivers(to: webhook.url), !isClosing else { return }
    _ = queue.hasAny(at: now)
    for event in queue.events {
      guard let current = self.webhook, current.busy.count < current.connectionsMax else { return }
      guard self.webhook?.busy.insert(event.chat).inserted == true else { continue }
      Task { await deliver(event, to: webhook) }
    }
  }

  private func deliver(_ event: UpdateQueue.Event, to webhook: Webhook) async {
    let failure = await Self.post(event.json, to: webhook)
    if failure != nil { try? await Task.sleep(for: Webhook.pause) }
    guard self.webhook?.number == webhook.number else { return }
    if failure == nil { queue.confirm(id: event.id) }
    if let failure {
      self.webhook?.lastError = failure
      self.webhook?.lastErrorDate = now
    }
    self.webhook?.busy.remove(event.chat)
    changes.note(.polling)
    deliver()
  }

  /// - Returns: what went wrong, as `getWebhookInfo` tells it.
  private nonisolated static func post(_ update: JSON, to webhook: Webhook) async -> String? {
    var request = URLRequest(url: webhook.url, timeoutInterval: Webhook.timeout)
    request.httpMethod = "POST"
    request.httpBody = Data(update.text.utf8)
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue(webhook.secret, forHTTPHeaderField: "X-Telegram-Bot-Api-Secret-Token")
    do {
      let (_, response) = try await URLSession.shared.data(for: request)
      let status = (response as? HTTPURLResponse)?.statusCode ?? 0
      return (200..<300).contains(status) ? nil : "Wrong response from the webhook: \(status)"
    } catch {
      return "Connection refused"
    }
  }
}

extension UpdateQueue.Event {
  /// The chat whose updates stay in order; 0 if it is of none.
  fileprivate var chat: Int64 {
    for content in (json.object ?? [:]).values {
      if let id = (content["chat"] ?? content["message"]?["chat"])?["id"]?.int { return id }
    }
    return 0
  }
}
