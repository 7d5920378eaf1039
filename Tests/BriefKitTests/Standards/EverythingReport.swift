import Foundation

/// A report that holds one of everything that a page may hold today, over two and more pages.
enum EverythingReport {
  private static let rows = (1...60).map {
    #"{"kind": "\#($0 <= 30 ? "가" : "나")", "name": "항목 \#($0)", "amount": \#($0 * 7)}"#
  }

  private static let data = """
    {"rows": [\(rows.joined(separator: ", "))], "few": [{"name": "가", "amount": 3}, {"name": "나", "amount": 5}],
     "papers": [{"id": "A", "text": "한빛전자, 분기 보고서, 2022."}, {"id": "B", "text": "통계청, 산업 동향, 2022."}]}
    """

  private static let text = """
    ---
    title: "모두 담은 보고서 (All)"
    subtitle: "한 쪽에 설 수 있는 모든 것"
    author: 사무국
    date: "2022-10-25"
    sources: papers
    contents: true
    page: {head-left: "머리", head-right: "{{@report.date}}", foot-left: 발}
    ---
    ::: {.lead}
    여는 글이다. [In short, it works.]{lang=en} ➤ ✓ H₂O
    :::

    ::: {.kpis}
    ::: {.kpi}
    **1,234**억

    매출
    :::
    ::: {.kpi}
    **5.5**%

    성장
    :::
    :::

    # 첫 절 {#sec-first}

    매출이 늘었다.[@A] 자세한 것은 [보고서](https://example.com/report?a=1)를 보라, 또는 [the **English** one]{lang=en}을.[@B; @A]
    [링크 속 [two]{lang=en} 말](https://example.com/two)

    - 하나
    - 둘
      - 둘의 하나

    1. 첫째
    2. 둘째

    > 인용이다.

    ## In English {lang=en}

    ::: {.callout-note title="Note" lang=en}
    Everything here is in English.
    :::

    ```
    코드 = 1
    ```

    ::: {.columns}
    ::: {.column width=50%}
    ![막대](charts/bar.vl.json){#fig-bar subtitle="단위: 개" note="잠정치"}
    :::
    ::: {.column rule=top}
    ![사진](picture.png){alt="작은 네모 하나" height=20mm}

    ![잘린 그림](drawing.svg){alt="겹친 동그라미" width=40mm height=10mm fit=cover}

    ![돌린 사진](turned.jpg){alt="붉은 띠와 흰 띠" height=10mm}

    ![잉크](inks.jpg){alt="붉은 칸과 잿빛 칸" height=10mm}

    글 속의 ![동그라미](drawing.svg)와 [![칸](inks.jpg) 링크](https://example.com/inks).
    :::
    :::

    ::: {.timeline}
    - **2020년** 출범
    - **2022년** 합류
    :::

    #### 깊은 절

    | 지역 | 판매 |
    |:-:|--:|
    | 서울 | 700 |
    | [부산](https://example.com/busan) | |

    : 지역별 판매 {#tbl-hand}

    # 둘째 절

    @sec-first의 @fig-bar:와(과) @tbl-hand를 보라. 그리고 [여기](#sec-first)를.

    ::: {.contents title="차례" depth=3}
    :::

    ![긴 표](tables/long.table.yaml)

    # 출처

    ::: {.sources}
    :::
    """

  private static let chart = """
    {"data": {"name": "few"}, "layer": [
      {"mark": {"type": "bar", "color": {"gradient": "linear", "stops": [{"offset": 0, "color": "rgba(11,79,138,0.2)"}, {"offset": 1, "color": "rgb(11,79,138)"}]}}}, {"mark": {"type": "point", "opacity": 0.4, "filled": true, "size": 900}}],
     "encoding": {"x": {"field": "name", "type": "nominal"}, "y": {"field": "amount", "type": "quantitative"}}}
    """

  private static let table = """
    data: rows
    group: kind
    columns:
      - {field: kind, title: 구분}
      - {field: name, title: 이름}
      - {field: amount, title: 개수, format: ","}
    """

  /// Four pixels by four, half transparent.
  private static let picture =
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAYAAACp8Z5+AAAAEklEQVR42mM4IWDQgIwZSBcAAEcxGIEo0L+QAAAAAElFTkSuQmCC"

  /// Shapes, a gradient, a clip, and circles that shine through as one.
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
    <linearGradient id="g"><stop stop-color="#0B4F8A"/><stop offset="1" stop-color="#3A9D8F"/></linearGradient>
    <clipPath id="c"><circle cx="20" cy="20" r="18"/></clipPath>
    <rect width="40" height="40" fill="url(#g)" clip-path="url(#c)"/>
    <g opacity=".5"><circle id="a" cx="15" cy="20" r="8" fill="#fff"/><use href="#a" x="8"/></g>
    </svg>
    """

  /// 16 × 8 pixels, red and white, that lie on their side.
  private static let turned =
    "/9j/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA"
    + "0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMR"
    + "EyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIAB"
    + "ADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQID"
    + "AAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1"
    + "hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW"
    + "19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBA"
    + "QDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5"
    + "OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uL"
    + "m6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDCr2KiiufD9T2M2+x8/wBD"
    + "/9k="

  /// 16 × 16 pixels, red and grey, in CMYK.
  private static let inks =
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLU"
    + "BXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
    + "T09PT09PT09PT09PT09PT09PT09P/8AAFAgAEAAQBAERAAIRAQMRAQQRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAg"
    + "MEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJ"
    + "ChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZ"
    + "qio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEB"
    + "AQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCka"
    + "GxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKD"
    + "hIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/"
    + "j5+v/aAA4EAQACEQMRBAAAPwDfr2T82PTq8Rrxj9JPE69ur2T82PbK8Rrxj9JPE6//2Q=="

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "r/report.md": text, "r/charts/bar.vl.json": chart, "r/tables/long.table.yaml": table,
      "r/drawing.svg": drawing,
      "자료.json": data,
    ])
    for (name, bytes) in [("picture.png", picture), ("turned.jpg", turned), ("inks.jpg", inks)] {
      try Data(base64Encoded: bytes)?.write(to: URL(filePath: "\(folder.path)/r/\(name)"))
    }
    return folder
  }
}
