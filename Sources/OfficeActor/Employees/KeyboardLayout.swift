/// The Russian keyboard over the Latin one: «bdfyjd» is what comes of typing «иванов» without switching.
enum KeyboardLayout {
  private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
  private static let russian = Array("йцукенгшщзхъфывапролджэячсмитьбюё")
  private static let letters = Dictionary(uniqueKeysWithValues: zip(latin, russian))

  /// The text with every Latin key read as the Russian letter on it.
  static func cyrillic(_ text: String) -> String {
    String(text.lowercased().map { letters[$0] ?? $0 })
  }
}
