/// A Korean particle whose form depends on how the word before it ends, in tossi's notation: `은(는)`, `(으)로`.
///
///     Particle("은(는)")?.form(after: "KT")    // 는
///     Particle("(으)로")?.form(after: "서울")  // 로
///
/// The list is closed. A particle is also known by its forms the other way round, `는(은)`, and with a slash, `은/는`; one whose
/// long form only puts 이 or 으 in front, by that form as well: `이나`, `으로`.
package struct Particle: Sendable, Hashable {
  /// The form after a consonant.
  package let long: String
  /// The form after a vowel, and after ㄹ where the long one begins with 으.
  package let short: String

  package static let all: [Particle] = [
    ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("아", "야"), ("은커녕", "는커녕"),
    ("으로", "로"), ("으로서", "로서"), ("으로써", "로써"), ("으로부터", "로부터"), ("으로는", "로는"),
    ("으로도", "로도"), ("으로의", "로의"), ("으로만", "로만"), ("으로까지", "로까지"),
    ("이나", "나"), ("이나마", "나마"), ("이란", "란"), ("이라", "라"), ("이라고", "라고"),
    ("이라는", "라는"), ("이라도", "라도"), ("이라서", "라서"), ("이라며", "라며"), ("이랑", "랑"),
    ("이며", "며"), ("이고", "고"), ("이든", "든"), ("이든지", "든지"), ("이야", "야"),
    ("이야말로", "야말로"), ("이여", "여"), ("이시여", "시여"), ("이다", "다"), ("이자", "자"),
    ("이지만", "지만"), ("이면", "면"), ("이니", "니"), ("이에요", "예요"), ("이었다", "였다"),
    ("이었던", "였던"),
  ].map(Particle.init)

  private init(long: String, short: String) {
    self.long = long
    self.short = short
  }

  /// The particle that a notation means, or nil where it isn't in the list.
  package init?(_ notation: String) {
    guard let particle = Self.bySpelling[notation] else { return nil }
    self = particle
  }

  /// The notation shown to authors.
  package var notation: String {
    guard let opening else { return "\(long)(\(short))" }
    return "(\(opening))\(short)"
  }

  /// What the long form puts in front of the short one, if that is all the difference.
  private var opening: Character? {
    long.dropFirst() == short ? long.first : nil
  }

  private var spellings: [String] {
    let pairs = ["\(long)(\(short))", "\(short)(\(long))", "\(long)/\(short)", "\(short)/\(long)"]
    return opening == nil ? pairs : pairs + [notation, long]
  }

  private static let bySpelling: [String: Particle] = {
    var index: [String: Particle] = [:]
    for particle in all {
      for spelling in particle.spellings { index[spelling] = particle }
    }
    return index
  }()
}

extension Particle {
  /// The form that suits a word, or the notation itself where nobody can tell how the word ends.
  package func form(
    after word: String, pronunciation: Pronunciation = .standard
  ) -> String {
    switch SpokenWord(word, pronunciation: pronunciation).finalSound {
    case .vowel: short
    case .rieul: long.first == "으" ? short : long
    case .consonant: long
    case nil: notation
    }
  }
}
