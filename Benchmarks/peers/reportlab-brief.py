#!/usr/bin/env python3
"""Sets the six-page brief with ReportLab (Platypus), its charts drawn by ReportLab's own graphics.

  reportlab-brief.py once OUTPUT.pdf                               one brief, from its files
  reportlab-brief.py warm fresh|ready COUNT OUTPUT.pdf RESULT.json     COUNT briefs in one process, each timed

`ready` draws the charts beforehand, down to their lines and words. Faces and styles are made once a process. ReportLab writes
no structure for assistive technology, and a reference doesn't tell the page of its figure: that would take a second pass.
"""
import io
import sys
from html import escape

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Table
from reportlab_parts import (
    ACCENT, INK, TABLE_LOOK, WARNING, WIDTH, Document, areas, bars, callout, chart_source, figure, kpis, lines, numbered, opening,
    paragraph, register_fonts,
)
from shared import hundred_millions, particle, percent, rounded, run_brief


def draw_charts(data):
    years = sorted({row["year"] for row in data["months"]})
    channels = list(dict.fromkeys(row["channel"] for row in data["channels"]))
    quarters = list(dict.fromkeys(row["quarter"] for row in data["channels"]))
    amounts = {(row["quarter"], row["channel"]): row["amount"] for row in data["channels"]}
    months = list(enumerate(data["months"]))
    return {
        "regions": bars(data["regions"], 24 * len(data["regions"]) + 18),
        "months": lines(
            [(year, [(at, row["amount"]) for at, row in months if row["year"] == year]) for year in years],
            220, len(months),
        ),
        "channels": areas(
            channels, [[amounts[quarter, channel] for channel in channels] for quarter in quarters], quarters, 220
        ),
    }


def cited(data, key):
    number = 1 + [source["id"] for source in data["sources"]].index(key)
    return f'<super size=7><link destination="source-{key}" color="{ACCENT.hexval()}">{number}</link></super>'


def branches(data):
    """Regions printed once, a sum below each, the rates that missed their target in colour."""
    rows = [["지역", "지점", "지점장", "목표", "매출", "달성률"]]
    looks = [*TABLE_LOOK, ("ALIGN", (3, 0), (-1, -1), "RIGHT")]

    def add_sums(place, label, members):
        target, amount = (sum(row[key] for row in members) for key in ("target", "amount"))
        cells = [""] * 6
        cells[place], cells[3], cells[4] = label, rounded(target), rounded(round(amount, 6))
        rows.append(cells)

    for region in data["regions"]:
        members = [row for row in data["branches"] if row["region"] == region["name"]]
        for index, row in enumerate(members):
            if row["rate"] < 1:
                looks.append(("TEXTCOLOR", (5, len(rows)), (5, len(rows)), WARNING))
            rows.append([
                region["name"] if index == 0 else "", row["name"], row["manager"], rounded(row["target"]),
                rounded(row["amount"]), percent(row["rate"]),
            ])
        looks.append(("FONT", (0, len(rows)), (-1, len(rows)), "medium", 9.5))
        looks.append(("LINEBELOW", (1, len(rows)), (-1, len(rows)), 0.4, INK))
        add_sums(1, "소계", members)
    add_sums(0, "합계", data["branches"])
    shares = [1.3, 1.4, 2, 1, 1, 1]
    return Table(rows, [WIDTH * share / sum(shares) for share in shares], style=looks, repeatRows=1)


def story(data, charts):
    paragraphs = [escape(item["text"]) for item in data["paragraphs"]]
    yield from opening(data["title"], data["message"], data["team"], data["date"])
    yield paragraph(
        "lead",
        f"{data['region_count']}개 지역 {data['branch_count']}개 지점의 한 해 매출은 {hundred_millions(data['total'])} 원으로, "
        f"한 해 전보다 {percent(data['growth'], sign='+')} 늘었다.{cited(data, 'plan')} 늘어난 몫의 절반은 새로 문을 연 지점에서 "
        "나왔고, 나머지는 기존 지점의 단골이 늘어난 덕이다.",
    )
    yield kpis(data["kpis"])
    yield paragraph("heading-1", numbered(1, "한눈에 보기"))
    for text in paragraphs:
        yield paragraph("body", text + cited(data, "audit"))
    yield figure(
        "그림 1", "fig-regions", "지역마다 고르게 늘었고, 한 지역만 제자리다", "지역별 매출, 억 원", charts["regions"],
        "잠정치이며 확정되면 바뀔 수 있다.",
    )
    yield paragraph(
        "body",
        '<link destination="fig-regions">그림 1</link>은 지역별 매출을, <link destination="fig-months">그림 2</link>는 달마다의 '
        "흐름을 보여 준다.",
    )
    yield figure("그림 2", "fig-months", "여름에 가장 많이 팔린다", "달별 매출, 억 원", charts["months"])
    yield paragraph("heading-1", numbered(2, "지역마다 본 모습"))
    for region in data["regions"]:
        yield paragraph("heading-2", region["name"])
        yield paragraph(
            "body",
            f"{particle(region['name'], '은', '는')} 한 해 동안 {hundred_millions(region['amount'], 1)} 원을 팔았다. "
            f"{escape(region['story'])} {escape(region['outlook'])}",
        )
        for label, key in (("잘된 일", "good"), ("아쉬운 일", "bad"), ("다음 할 일", "next")):
            yield paragraph("list", f"<b>{label}</b> {escape(region[key])}", bulletText="■")
    yield figure("그림 3", "fig-channels", "온라인의 몫이 두 해 만에 두 배가 되었다", "경로별 매출, 억 원", charts["channels"])
    # So that the table isn't held together with its heads, which would begin a page.
    yield CondPageBreak(50 * mm)
    yield paragraph("heading-1", numbered(3, "지점 명세"))
    yield paragraph("caption", "지점별 매출과 목표")
    yield paragraph("unit", "단위: 백만 원")
    yield branches(data)
    yield paragraph("note", "목표를 밑돈 지점은 색으로 가렸다.")
    yield paragraph("heading-1", numbered(4, "남은 일"))
    for text in paragraphs:
        yield paragraph("body", text)
    yield callout("결정할 일", data["decision"], "important-title")
    yield paragraph("heading-2", "출처")
    for number, source in enumerate(data["sources"], 1):
        mark = f'<a name="source-{source["id"]}"/><font name="bold" color="{ACCENT.hexval()}">{number}</font>'
        yield paragraph("source", f"{mark}\u00a0\u00a0\u00a0{escape(source['text'])}")


def prepare(kind):
    register_fonts()
    charts = chart_source(kind, draw_charts)

    def render(data):
        output = io.BytesIO()
        Document(output, data["title"], data["team"]).build(list(story(data, charts(data))))
        return output.getvalue()

    return render


if __name__ == "__main__":
    run_brief(prepare, sys.argv[1:], __doc__)
