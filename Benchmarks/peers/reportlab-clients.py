#!/usr/bin/env python3
"""Sets a brief for each client with ReportLab, its charts drawn by ReportLab's own graphics.

  reportlab-clients.py batch fresh|ready BRIEFS.ndjson FOLDER JOBS RESULT.json     FOLDER/ID.pdf for each record, in JOBS processes

Faces and styles are made once a process. `ready` draws the charts once, down to their lines and words: for briefs that differ
by their addressee alone.
"""
import sys
from html import escape

from reportlab_parts import (
    HAIRLINE, TABLE_LOOK, WARNING, WIDTH, Document, Table, bars, callout, chart_source, figure, kpis, lines, numbered, opening,
    paragraph, register_fonts,
)
from shared import hundred_millions, korean_date, particle, percent, rounded, run_briefs


def amount(item):
    return hundred_millions(item["amount"], 1) + " 원"


def rate(item):
    return percent(item["rate"], sign="+")


def month(item):
    return f"{item['month'][:4]}년 {int(item['month'][5:7])}월"


def draw_charts(data):
    months = list(enumerate(data["months"]))
    years = sorted({row["year"] for row in data["months"]})
    series = [(year, [(at, row["amount"]) for at, row in months if row["year"] == year]) for year in years]
    return {"months": lines(series, 190, len(months)), "kinds": bars(data["kinds"], 24 * len(data["kinds"]) + 18)}


def holdings(data):
    rows = [["종류", "종목", "맡긴 돈", "평가액", "수익률"]]
    looks = [*TABLE_LOOK, ("ALIGN", (2, 0), (-1, -1), "RIGHT"), ("LINEBELOW", (0, 1), (0, -2), 0.4, HAIRLINE)]
    for row in data["holdings"]:
        if row["rate"] < data["plan"]:
            looks.append(("TEXTCOLOR", (4, len(rows)), (4, len(rows)), WARNING))
        rows.append([row["kind"], row["name"], rounded(row["cost"], 1), rounded(row["amount"], 1), rate(row)])
    sums = (rounded(round(sum(row[key] for row in data["holdings"]), 6), 1) for key in ("cost", "amount"))
    rows.append(["합계", "", *sums, ""])
    shares = [1.2, 1.6, 1, 1, 1]
    return Table(rows, [WIDTH * share / sum(shares) for share in shares], style=looks, repeatRows=1)


def story(data, charts):
    message = f"한 해 수익률은 {percent(data['growth'], sign='+')}, 목표는 {percent(data['plan'], sign='+')}였다"
    yield from opening("2022년 자산 운용 보고", message, data["team"], data["date"])
    client = data["addressee"]
    yield paragraph("body", f"<b>{escape(client['company'])} {escape(client['name'])} {client['title']}님께</b>")
    yield paragraph(
        "lead",
        f"맡기신 자산은 연말에 {hundred_millions(data['total'], 1)} 원으로, 한 해 전보다 {percent(data['growth'], sign='+')} "
        f"달라졌다. {particle(data['best']['name'], '이', '가')} {rate(data['best'])}로 가장 앞섰고, "
        f"{particle(data['worst']['name'], '은', '는')} {rate(data['worst'])}에 머물렀다.",
    )
    yield kpis(data["kpis"])
    yield paragraph("heading-1", "한 해의 흐름")
    yield paragraph(
        "body",
        f"{month(data['peak'])}에 {amount(data['peak'])}으로 가장 많았고, {month(data['low'])}에 {amount(data['low'])}으로 "
        f"가장 적었다. {escape(data['story'])}",
    )
    yield figure("", "fig-months", "달마다의 평가액", "달별 평가액, 억 원", charts["months"])
    yield paragraph("heading-1", "나누어 담은 곳")
    yield paragraph(
        "body",
        f"평가액이 가장 많은 곳은 {particle(data['largest']['name'], '으로', '로')} {amount(data['largest'])}이다. 종목마다의 값은 "
        f'<link destination="tbl-holdings">표 1</link>에 있다. {escape(data["outlook"])}',
    )
    note = f"평가액은 {korean_date(data['date'])}의 것이다."
    yield figure("", "fig-kinds", "어디에 얼마를 담았나", "종류별 평가액, 억 원", charts["kinds"], note)
    yield paragraph("caption", '<a name="tbl-holdings"/>' + numbered("표 1", "담은 종목"))
    yield paragraph("unit", "단위: 백만 원")
    yield holdings(data)
    yield paragraph("note", "목표를 밑돈 종목은 색으로 가렸다.")
    words = f"{korean_date(data['meeting'])}에 {data['branch']} 지점에서 {particle(data['manager'], '이', '가')} 뵙겠다. "
    yield callout("다음 만남", words + data["request"], "note-title")


def worker(kind, folder):
    register_fonts()
    charts = chart_source(kind, draw_charts)

    def render(record):
        path = str(folder / f"{record['id']}.pdf")
        document = Document(path, "2022년 자산 운용 보고", record["team"], False, record["addressee"]["company"])
        document.build(list(story(record, charts(record))))

    return render


if __name__ == "__main__":
    run_briefs(worker, sys.argv[1:], __doc__)
