import Graphics
import Testing

@testable import Typesetting

@Suite struct TimelineTests {
  @Test func datesStandAtTheLeftOfTheLine() throws {
    var report = Report(
      "::: {.timeline}\n- **2020년** 출범\n- **2021년 12월** 가입\n\n  더\n- 날짜 없이\n:::")
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    #expect(document.text() == ["2020년 | 출범", "2021년 12월 | 가입", "더", "날짜 없이"])
    let lines = document.lines()
    // The widest date is eleven letters and two syllables wide; dates end where it ends.
    #expect(lines[0].x > lines[1].x)
    #expect(
      document.tree == [
        "L None", " LI", "  Lbl \"2020년\"", "  LBody", "   P \"출범\"", " LI", "  Lbl \"2021년 12월\"",
        "  LBody", "   P \"가입\"", "   P \"더\"", " LI", "  LBody", "   P \"날짜 없이\"",
      ])
    #expect(document.rectangles().filter { abs($0.width - 0.6) < 0.01 }.count == 2)
  }

  @Test func aLongDateIsBroken() throws {
    let date = Array(repeating: "가나다라", count: 20).joined(separator: " ")
    var report = Report("::: {.timeline}\n- **\(date)** 글\n- **2021** 끝\n:::")
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    let lines = document.lines()
    #expect(lines.last?.text == "2021 | 끝")
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $1.y - $0.y > 11.9 })
    #expect(lines.dropLast().allSatisfy { $0.x >= 0 })
  }

  @Test func aLongTimelineIsBrokenBetweenEntries() throws {
    let entries = (0..<30).map { "- **\($0)** 글" }.joined(separator: "\n")
    var report = Report("::: {.timeline}\n\(entries)\n:::")
    report.height = 100
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    #expect(document.texts.flatMap(\.self) == (0..<30).map { "\($0) | 글" })
    #expect(document.texts.allSatisfy { $0.count >= 2 })
  }
}
