/// The Russian keyboard over the Latin one: «bdfyjd» is what comes of typing «иванов» without switching.
public enum KeyboardLayout {
  private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
  private static let russian = Array("йцукенгшщзхъфывапролджэячсмитьбюё")
  private static let cyrillicLetters = Dictionary(uniqueKeysWithValues: zip(latin, russian))
  private static let latinLetters = Dictionary(uniqueKeysWithValues: zip(russian, latin))

  /// The text with every Latin key read as the Russian letter on it.
  public static func cyrillic(_ text: String) -> String {
    String(text.lowercased().map { cyrillicLetters[$0] ?? $0 })
  }

  /// The text with every Russian letter read as the Latin one on its key.
  public static func latin(_ text: String) -> String {
    String(text.lowercased().map { latinLetters[$0] ?? $0 })
  }
}
