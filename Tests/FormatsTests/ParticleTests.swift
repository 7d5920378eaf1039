import Testing

@testable import Formats

@Suite struct ParticleTests {
  @Test(
    arguments: rows(
      """
      // Hangul
      은(는)¦동원그룹¦은
      은(는)¦한진¦은
      은(는)¦우리은행¦은
      은(는)¦LG전자¦는
      은(는)¦한국투자증권¦은
      은(는)¦현대중공업그룹¦은
      은(는)¦성균관대¦는
      은(는)¦서울¦은
      이(가)¦사람¦이
      이(가)¦회의¦가
      이(가)¦서밋¦이
      을(를)¦목표¦를
      을(를)¦성과¦를
      을(를)¦계획¦을
      과(와)¦기업¦과
      과(와)¦학계¦와
      아(야)¦길동¦아
      아(야)¦영희¦야
      (으)로¦서울¦로
      (으)로¦부산¦으로
      (으)로¦대전¦으로
      (으)로¦제주¦로
      (으)로¦한글¦로
      (으)로서¦원장¦으로서
      (으)로서¦대표¦로서
      (으)로써¦기술¦로써
      (으)로부터¦총장¦으로부터
      (으)로부터¦정부¦로부터
      (으)로는¦통신¦으로는
      (으)로도¦물류¦로도
      (으)로의¦미래¦로의
      (으)로만¦말¦로만
      (으)로까지¦해외¦로까지
      (이)나¦기업¦이나
      (이)나¦학교¦나
      (이)나마¦조금¦이나마
      (이)란¦협업¦이란
      (이)란¦인재¦란
      (이)라¦팀¦이라
      (이)라고¦원팀¦이라고
      (이)라고¦서비스¦라고
      (이)라는¦이름¦이라는
      (이)라도¦하나¦라도
      (이)라서¦처음¦이라서
      (이)라며¦기회¦라며
      (이)랑¦친구¦랑
      (이)랑¦동생¦이랑
      (이)며¦산업¦이며
      (이)며¦연구¦며
      (이)고¦사실¦이고
      (이)든¦무엇¦이든
      (이)든지¦누구¦든지
      (이)야¦지금¦이야
      (이)야말로¦사람¦이야말로
      (이)여¦청년¦이여
      (이)시여¦임¦이시여
      (이)다¦과제¦다
      (이)다¦사업¦이다
      (이)자¦동료¦자
      (이)지만¦시작¦이지만
      (이)면¦내일¦이면
      (이)니¦약속¦이니
      이에요(예요)¦학생¦이에요
      이에요(예요)¦의사¦예요
      이었다(였다)¦첫날¦이었다
      이었다(였다)¦전자¦였다
      이었던(였던)¦계획¦이었던
      은커녕(는커녕)¦성장¦은커녕
      은커녕(는커녕)¦유지¦는커녕
      // other spellings of the same
      는(은)¦한진¦은
      은/는¦KT¦는
      는/은¦서울¦은
      로(으로)¦부산¦으로
      으로/로¦서울¦로
      으로¦부산¦으로
      이나¦학교¦나
      이라고¦원팀¦이라고
      // letters by themselves
      은(는)¦ㄱ¦은
      은(는)¦ㅏ¦는
      (으)로¦ㄹ¦로
      은(는)¦ㅋㅋ¦은
      // digits
      은(는)¦0¦은
      은(는)¦1¦은
      은(는)¦2¦는
      은(는)¦3¦은
      은(는)¦4¦는
      은(는)¦5¦는
      은(는)¦6¦은
      은(는)¦7¦은
      은(는)¦8¦은
      은(는)¦9¦는
      (으)로¦1¦로
      (으)로¦3¦으로
      (으)로¦6¦으로
      (으)로¦7¦로
      (으)로¦8¦로
      (으)로¦9¦로
      (으)로¦0¦으로
      은(는)¦10¦은
      은(는)¦100¦은
      은(는)¦1,000¦은
      은(는)¦10,000¦은
      은(는)¦500000¦은
      은(는)¦100000000¦은
      은(는)¦1,000,000,000,000¦는
      은(는)¦10,000,000,000,000¦는
      은(는)¦10000000000000000¦은
      은(는)¦100000000000000000000¦는
      은(는)¦1,234¦는
      은(는)¦2022¦는
      은(는)¦12,345.6¦은
      은(는)¦0.5¦는
      은(는)¦1.50¦은
      은(는)¦3.0¦은
      (으)로¦2.1¦로
      은(는)¦-4¦는
      은(는)¦−2.5¦는
      은(는)¦007¦은
      은(는)¦010-1234¦는
      은(는)¦2022. 10. 25.¦는
      은(는)¦2022-10-25¦는
      은(는)¦09:30¦은
      은(는)¦１２¦는
      // units and signs
      은(는)¦1.5%¦는
      은(는)¦12 %¦는
      이(가)¦2.1%p¦가
      (으)로¦30%¦로
      은(는)¦5‰¦은
      은(는)¦25℃¦는
      은(는)¦25°C¦는
      은(는)¦10km¦는
      은(는)¦10 km¦는
      은(는)¦100m¦는
      은(는)¦3kg¦은
      은(는)¦3g¦은
      은(는)¦10t¦은
      은(는)¦500ml¦는
      은(는)¦5GB¦는
      은(는)¦100MW¦는
      은(는)¦3kWh¦는
      은(는)¦2GHz¦는
      은(는)¦40dB¦은
      (으)로¦40dB¦로
      은(는)¦10ppm¦은
      은(는)¦84㎡¦는
      은(는)¦84m²¦는
      은(는)¦60㎏¦은
      은(는)¦120㎞¦는
      은(는)¦US$¦는
      은(는)¦100₩¦은
      은(는)¦1억 원¦은
      은(는)¦1,234억¦은
      은(는)¦1.2조¦는
      은(는)¦5만 달러¦는
      은(는)¦C#¦은
      은(는)¦C++¦는
      은(는)¦①¦은
      은(는)¦Ⅱ¦는
      // capitals by name
      은(는)¦KT¦는
      은(는)¦LG¦는
      은(는)¦ETRI¦는
      은(는)¦KAIST¦는
      은(는)¦GC¦는
      은(는)¦SK¦는
      은(는)¦AI¦는
      은(는)¦IBM¦은
      은(는)¦LLM¦은
      은(는)¦GPU¦는
      은(는)¦SQL¦은
      (으)로¦SQL¦로
      은(는)¦VR¦은
      (으)로¦CSR¦로
      (으)로¦HBM¦으로
      은(는)¦R&D¦는
      은(는)¦M&A¦는
      은(는)¦IoT¦는
      은(는)¦OpenAI¦는
      은(는)¦5G¦는
      은(는)¦B2B¦는
      은(는)¦H100¦은
      은(는)¦GPT-4¦는
      은(는)¦ＫＴ¦는
      은(는)¦APEC¦은
      은(는)¦KOSDAQ¦은
      은(는)¦K-POP¦은
      은(는)¦NAVER¦는
      // words by spelling
      은(는)¦AI One Team¦은
      은(는)¦Google¦은
      (으)로¦Google¦로
      은(는)¦Apple¦은
      은(는)¦Amazon¦은
      (으)로¦Amazon¦으로
      은(는)¦Microsoft¦는
      은(는)¦Nvidia¦는
      은(는)¦Samsung¦은
      은(는)¦Naver¦는
      은(는)¦Kakao¦는
      은(는)¦Hyundai¦는
      은(는)¦YouTube¦는
      은(는)¦Facebook¦은
      은(는)¦Python¦은
      은(는)¦Swift¦는
      은(는)¦iPhone¦은
      은(는)¦Linux¦는
      은(는)¦GitHub¦는
      은(는)¦Summit¦은
      은(는)¦market¦은
      은(는)¦robot¦은
      은(는)¦project¦는
      은(는)¦boat¦는
      은(는)¦bank¦는
      은(는)¦network¦는
      은(는)¦stock¦은
      은(는)¦startup¦은
      은(는)¦group¦은
      은(는)¦help¦는
      은(는)¦logic¦은
      은(는)¦sync¦는
      은(는)¦app¦은
      은(는)¦type¦은
      은(는)¦online¦은
      은(는)¦game¦은
      은(는)¦service¦는
      은(는)¦software¦는
      은(는)¦server¦는
      은(는)¦cloud¦는
      은(는)¦tech¦는
      은(는)¦web¦은
      은(는)¦bit¦는
      은(는)¦Wi-Fi¦는
      은(는)¦Europe¦은
      // silent ends and remarks
      은(는)¦LG전자(주)¦는
      은(는)¦㈜한진¦은
      은(는)¦한진㈜¦은
      은(는)¦인공지능(AI)¦은
      은(는)¦GC(녹십자홀딩스)¦는
      은(는)¦서밋 (2022)¦은
      은(는)¦그룹(가(나)다)¦은
      은(는)¦(한진)¦은
      은(는)¦[보고서]¦는
      은(는)¦보고서[1]¦는
      은(는)¦인공지능（ＡＩ）¦은
      은(는)¦"한진"¦은
      은(는)¦‘성과’¦는
      은(는)¦「계획」¦은
      은(는)¦『AI 원팀』¦은
      은(는)¦<서밋>¦은
      은(는)¦정말?¦은
      은(는)¦KT.¦는
      은(는)¦KT ¦는
      은(는)¦KT™¦는
      은(는)¦한진)¦은
      // what nobody can tell
      은(는)¦¦은(는)
      은(는)¦...¦은(는)
      은(는)¦()¦은(는)
      은(는)¦韓國¦은(는)
      (으)로¦🎉¦(으)로
      이나¦Москва¦(이)나
      """))
  func `a particle follows the sound before it`(row: Row) throws {
    let particle = try #require(Particle(row[0]))
    #expect(particle.form(after: row[1]) == row[2])
  }

  @Test(arguments: ["은", "는", "", "은(가)", "으로(로", "(는)은", "-은(는)", "부터", "(이)", "억"])
  func `other notations are none`(notation: String) {
    #expect(Particle(notation) == nil)
  }

  @Test func `every particle reads back from its own notation`() {
    for particle in Particle.all { #expect(Particle(particle.notation) == particle) }
    #expect(Set(Particle.all.map(\.notation)).count == Particle.all.count)
    #expect(Particle.all.count == 41)
  }

  @Test func `decomposed Hangul sounds as composed`() throws {
    let topic = try #require(Particle("은(는)"))
    #expect(topic.form(after: "\u{1112}\u{1161}\u{11AB}") == "은")
    #expect(topic.form(after: "\u{1112}\u{1161}") == "는")
    #expect(try #require(Particle("(으)로")).form(after: "\u{1106}\u{1161}\u{11AF}") == "로")
  }

  @Test func `readings of one's own go first`() throws {
    let topic = try #require(Particle("은(는)"))
    let pronunciation = Pronunciation.standard.adding(["Rebellions": "리벨리온", "KT": "케이팀"])
    #expect(topic.form(after: "Rebellions") == "는")
    #expect(topic.form(after: "Rebellions", pronunciation: pronunciation) == "은")
    #expect(topic.form(after: "(주)kt", pronunciation: pronunciation) == "은")
    #expect(topic.form(after: "한국 KT", pronunciation: pronunciation) == "은")
  }

  @Test func `an exception stands in the list because the rules get it wrong`() throws {
    for (word, reading) in Pronunciation.standardWords {
      let last = try #require(reading.unicodeScalars.last)
      let word = word.unicodeScalars
      let capital = try #require(word.last).properties.isUppercase
      let byRule =
        capital
        ? LatinReading.finalSound(ofLetter: try #require(word.last))
        : LatinReading.finalSound(ofWord: word)
      #expect(FinalSound(hangul: last) != byRule, "\(String(word)) needs no exception")
    }
  }

  @Test func `every reading ends in Hangul`() {
    for reading in Array(Pronunciation.standardUnits.values)
      + Array(Pronunciation.standardSymbols.values)
    {
      #expect(reading.unicodeScalars.last.flatMap { FinalSound(hangul: $0) } != nil)
    }
  }

  @Test func `a long text takes no longer than its length`() throws {
    let topic = try #require(Particle("은(는)"))
    #expect(topic.form(after: "m" + String(repeating: "²", count: 100_000)) == "은")
    #expect(topic.form(after: "한진" + String(repeating: "(주)", count: 20_000)) == "은")
    let long = String(repeating: "(", count: 20_000) + "한진" + String(repeating: ")", count: 20_000)
    #expect(topic.form(after: long) == "은")
  }
}
