#!/usr/bin/env python3
"""Sets a table of rows of a file with WeasyPrint, tagged as PDF/UA.

  weasyprint-table.py COUNT ROWS.json OUTPUT.pdf     the first COUNT rows: 20,000 take it minutes

The layout is fixed, so that no cell is measured for the widths of columns. Its head is repeated on each page.
"""
import sys

from shared import FONTS, cells, load
from weasyprint import HTML

STYLE = f"""
@font-face {{ font-family: "Brief Sans KR"; src: url("{(FONTS / "BriefSansKR-Regular.otf").as_uri()}") }}
@page {{ size: A4; margin: 25mm 20mm 22mm; @bottom-right {{ content: counter(page) " / " counter(pages); font: 7.8pt "Brief Sans KR" }} }}
html {{ font: 9.5pt/13pt "Brief Sans KR" }}
table {{ width: 100%; table-layout: fixed; border-spacing: 0 }}
th, td {{ padding: 1.35mm 1mm; border-bottom: 0.4pt solid #D5DBE1; text-align: left; font-weight: normal }}
.n {{ text-align: right }}
"""
COLUMNS = '<col style="width: 12.5%"><col style="width: 25%"><col style="width: 25%"><col style="width: 25%"><col>'


def main(count, path, output):
    rows = "".join(
        f'<tr><td class="n">{number}<td>{name}<td>{region}<td class="n">{sales}<td class="n">{growth}'
        for number, name, region, sales, growth in cells(load(path)[:count])
    )
    html = (
        f'<!doctype html><html lang="ko"><title>표</title><style>{STYLE}</style><h1>표</h1><table>{COLUMNS}<thead><tr>'
        '<th class="n">번호<th>이름<th>지역<th class="n">매출<th class="n">성장</thead><tbody>' + rows + "</table>"
    )
    HTML(string=html).write_pdf(output, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    match sys.argv[1:]:
        case [count, rows, output]:
            main(int(count), rows, output)
        case _:
            sys.exit(__doc__)
