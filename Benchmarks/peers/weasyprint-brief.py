#!/usr/bin/env python3
"""Sets the six-page brief with WeasyPrint, its charts drawn by vl-convert in the same process.

  weasyprint-brief.py once OUTPUT.pdf                               one brief, from its files
  weasyprint-brief.py warm fresh|ready COUNT OUTPUT.pdf RESULT.json     COUNT briefs in one process, each timed

`ready` draws the charts beforehand. The style sheet is taken apart and the faces are read once a process; charts are SVG, of
which WeasyPrint keeps paths and words. The PDF is tagged as PDF/UA, as ours is; subsets are made by fontTools, as without a
word. The words are put into the page by Python's own formatting: a template engine would only add to the time.
"""
import base64
import sys
from html import escape

from charts import Charts
from shared import (
    FACES, FIXTURES, FONTS, PEERS, hundred_millions, korean_date, particle, percent, read, rounded, run_brief,
)
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

NAMES = ["regions", "months", "channels"]
WEIGHTS = {"regular": 400, "medium": 500, "bold": 700}


def cited(data, key):
    number = 1 + [source["id"] for source in data["sources"]].index(key)
    return f'<sup><a href="#source-{key}">{number}</a></sup>'


def figure(name, svg, caption, subtitle, alt, note=""):
    address = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    note = f'<p class="note">{note}</p>' if note else ""
    return (
        f'<figure id="fig-{name}"><figcaption>{caption}<small>{subtitle}</small></figcaption>'
        f'<img src="{address}" alt="{alt}">{note}</figure>'
    )


def region(item):
    return (
        f"<h3>{item['name']}</h3><p>{particle(item['name'], '은', '는')} 한 해 동안 {hundred_millions(item['amount'], 1)} 원을 팔았다. "
        f"{escape(item['story'])} {escape(item['outlook'])}</p><ul><li><b>잘된 일</b> {escape(item['good'])}</li>"
        f"<li><b>아쉬운 일</b> {escape(item['bad'])}</li><li><b>다음 할 일</b> {escape(item['next'])}</li></ul>"
    )


def sums(rows):
    target, amount = (sum(row[key] for row in rows) for key in ("target", "amount"))
    return f'<td class="number">{rounded(target)}<td class="number">{rounded(round(amount, 6))}<td>'


def branches(data):
    """Regions printed once, a sum below each, the rates that missed their target in colour."""
    for item in data["regions"]:
        rows = [row for row in data["branches"] if row["region"] == item["name"]]
        for index, row in enumerate(rows):
            missed = " missed" if row["rate"] < 1 else ""
            yield (
                f'<tr><td class="region">{item["name"] if index == 0 else ""}<td>{row["name"]}<td>{row["manager"]}'
                f'<td class="number">{rounded(row["target"])}<td class="number">{rounded(row["amount"])}'
                f'<td class="number{missed}">{percent(row["rate"])}'
            )
        yield f'<tr class="sum"><td><td>소계<td>{sums(rows)}'
    yield f'<tr class="sum total"><td>합계<td><td>{sums(data["branches"])}'


def page(data, charts):
    paragraphs = [escape(item["text"]) for item in data["paragraphs"]]
    kpis = "".join(
        f"<div><strong>{item['figure']}</strong> <span>{item['unit']}</span><em>{item['label']}</em>{item['note']}</div>"
        for item in data["kpis"]
    )
    sources = "".join(f'<li id="source-{item["id"]}">{escape(item["text"])}' for item in data["sources"])
    return f"""<!doctype html>
<html lang="ko"><title>{escape(data["title"])}</title><meta name="author" content="{escape(data["team"])}">
<header><p><b>{escape(data["team"])}</b><span>{korean_date(data["date"])}</span></p></header>
<h1>{escape(data["title"])}</h1><p class="message">{escape(data["message"])}</p>
<p class="lead">{data["region_count"]}개 지역 {data["branch_count"]}개 지점의 한 해 매출은 {hundred_millions(data["total"])} 원으로, 한 해
전보다 {percent(data["growth"], sign="+")} 늘었다.{cited(data, "plan")} 늘어난 몫의 절반은 새로 문을 연 지점에서 나왔고, 나머지는 기존 지점의
단골이 늘어난 덕이다.</p>
<div class="kpis">{kpis}</div>
<h2>한눈에 보기</h2>
{"".join(f"<p>{text}{cited(data, 'audit')}</p>" for text in paragraphs)}
{figure("regions", charts["regions"], "지역마다 고르게 늘었고, 한 지역만 제자리다", "지역별 매출, 억 원", "지역별 매출 막대그래프", "잠정치이며 확정되면 바뀔 수 있다.")}
<p><a class="page" href="#fig-regions">그림 1</a>은 지역별 매출을, <a class="page" href="#fig-months">그림 2</a>는 달마다의 흐름을 보여 준다.</p>
{figure("months", charts["months"], "여름에 가장 많이 팔린다", "달별 매출, 억 원", "달별 매출 꺾은선그래프")}
<h2>지역마다 본 모습</h2>
{"".join(region(item) for item in data["regions"])}
{figure("channels", charts["channels"], "온라인의 몫이 두 해 만에 두 배가 되었다", "경로별 매출, 억 원", "경로별 매출 영역그래프")}
<h2>지점 명세</h2>
<figure class="table"><figcaption>지점별 매출과 목표<small>단위: 백만 원</small></figcaption>
<table><thead><tr><th>지역<th>지점<th>지점장<th class="number">목표<th class="number">매출<th class="number">달성률</thead>
<tbody>{"".join(branches(data))}</tbody></table><p class="note">목표를 밑돈 지점은 색으로 가렸다.</p></figure>
<h2>남은 일</h2>
{"".join(f"<p>{text}</p>" for text in paragraphs)}
<div class="callout"><b>결정할 일</b><p>{escape(data["decision"])}</p></div>
<h3>출처</h3><ol class="sources">{sources}</ol></html>"""


def prepare(kind):
    charts = Charts(FIXTURES / "brief", NAMES, kind == "ready")
    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: 'Brief Sans KR'; font-weight: {WEIGHTS[face]};"
        f" src: url('{(FONTS / file).as_uri()}.otf') }}\n"
        for face, file in FACES.items()
    )
    sheet = CSS(string=faces + read(PEERS / "brief.css"), font_config=fonts)

    def render(data):
        pictures = {name: charts.svg(name, data) for name in NAMES}
        return HTML(string=page(data, pictures)).write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"
        )

    return render


if __name__ == "__main__":
    run_brief(prepare, sys.argv[1:], __doc__)
