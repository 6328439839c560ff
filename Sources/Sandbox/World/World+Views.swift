import Foundation

extension World {
  /// What a person sees in a chat.
  func view(of chatID: Int64) throws(SandboxError) -> ChatView {
    guard let chat = chats[chatID] else { throw SandboxError("there is no chat \(chatID)") }
    let account = accounts[chatID]
    var title = account?.firstName ?? ""
    if case .group(let name, _) = chat.kind { title = name }
    return ChatView(
      id: chatID, title: title, messages: chat.messages, taps: chat.taps,
      isStarted: account?.hasStarted ?? true, isBlocked: account?.hasBlocked ?? false)
  }

  /// What became of a tap.
  func tap(_ id: Tap.ID, in chatID: Int64) -> Tap? { chats[chatID]?.taps.last { $0.id == id } }

  /// Taps that the bot has not answered.
  var unansweredTaps: [Tap] {
    chats.values.flatMap(\.taps).filter { $0.answer == nil }.sorted { $0.date < $1.date }
  }
}
