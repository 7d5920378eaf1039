#!/usr/bin/env python3
"""Sets a table of all rows of a file with ReportLab, without tags: it writes none.

  reportlab-table.py whole|paged ROWS.json OUTPUT.pdf

Cells are plain strings, which are drawn as they are and never broken, and the widths of columns and the heights of rows are
given, as ReportLab's manual advises for long tables. `whole` is one LongTable whose head is repeated, the documented way; it
is cut off page by page, and what is left is copied each time. `paged` is what people do about that: a table for each page,
which takes that all rows are known to be of one height.
"""
import sys

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import LongTable
from reportlab_parts import HAIRLINE, INK, SECONDARY, SMALL, WIDTH, Document, paragraph, register_fonts
from shared import cells, load


HEAD = ["번호", "이름", "지역", "매출", "성장"]
HEIGHT = 13 + 2.7 * mm
COLUMNS = [WIDTH * share / 8 for share in (1, 2, 2, 2, 1)]
LOOK = [
    ("FONT", (0, 0), (-1, -1), "regular", 9.5, 13), ("FONT", (0, 0), (-1, 0), "regular", SMALL, 11),
    ("TEXTCOLOR", (0, 0), (-1, -1), INK), ("TEXTCOLOR", (0, 0), (-1, 0), SECONDARY),
    ("ALIGN", (0, 0), (0, -1), "RIGHT"), ("ALIGN", (3, 0), (-1, -1), "RIGHT"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIRLINE),
]


def table(rows):
    rows = [HEAD, *rows]
    return LongTable(rows, COLUMNS, [HEIGHT] * len(rows), repeatRows=1, style=LOOK)


def paged(rows):
    """A table for each page, which then needn't be cut off."""
    per_page = int((A4[1] - 47 * mm) // HEIGHT) - 1
    first = per_page - 3  # beside the title
    yield table(rows[:first])
    for start in range(first, len(rows), per_page):
        yield table(rows[start : start + per_page])


def main(kind, path, output):
    register_fonts()
    rows = cells(load(path))
    tables = paged(rows) if kind == "paged" else [table(rows)]
    Document(output, "표", "").build([paragraph("title", "표"), *tables])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["whole" | "paged" as kind, rows, output]:
            main(kind, rows, output)
        case _:
            sys.exit(__doc__)
