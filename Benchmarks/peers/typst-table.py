#!/usr/bin/env python3
"""Sets a table of all rows of a file with Typst.

  typst-table.py tagged|untagged ROWS.json OUTPUT.pdf

Tagged is what Typst does without a word. Its head is repeated on each page. Widths of columns are shares, so that Typst needn't
measure every cell for them.
"""
import json
import sys

import typst
from shared import FONTS, PEERS, cells, load, write


def main(tagged, rows, output):
    inputs = {"rows": json.dumps(cells(load(rows)), ensure_ascii=False)}
    pdf = typst.compile(
        PEERS / "table.typ", root=PEERS, font_paths=[str(FONTS)], ignore_system_fonts=True, sys_inputs=inputs,
        format="pdf", pdf_tags=tagged,
    )
    write(output, pdf)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["tagged" | "untagged" as kind, rows, output]:
            main(kind == "tagged", rows, output)
        case _:
            sys.exit(__doc__)
