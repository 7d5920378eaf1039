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

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "r/report.md": text, "r/charts/bar.vl.json": chart, "r/tables/long.table.yaml": table,
      "자료.json": data,
    ])
    try Data(base64Encoded: picture)?.write(to: URL(filePath: "\(folder.path)/r/picture.png"))
    return folder
  }
}
