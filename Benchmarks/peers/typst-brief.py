#!/usr/bin/env python3
"""Sets the six-page brief with Typst, its charts drawn by vl-convert in the same process.

  typst-brief.py once [matplotlib] OUTPUT.pdf                             one brief, from its files
  typst-brief.py warm fresh|matplotlib|ready COUNT OUTPUT.pdf RESULT.json     COUNT briefs in one process, each timed

`matplotlib` draws the charts by hand instead of their specifications; `ready` draws them beforehand. One compiler serves all
briefs of a process, so that Typst's memory of what it laid out stays warm, and data and charts come by `sys_inputs`: that is how
typst-py is meant to be used for many documents. The PDF is tagged, as it is without a word. Fonts are ours alone; those of the
machine aren't looked for.
"""
import json
import sys

import typst
from shared import FIXTURES, FONTS, PEERS, make_charts, run_brief

NAMES = ["regions", "months", "channels"]


def prepare(kind):
    charts = make_charts(kind, FIXTURES / "brief", NAMES, 180)
    compiler = typst.Compiler(
        PEERS / "brief.typ", root=PEERS, font_paths=[str(FONTS)], ignore_system_fonts=True,
        sys_inputs={"data": "{}"},
    )

    def render(data):
        inputs = {name: charts.svg(name, data) for name in NAMES}
        inputs["data"] = json.dumps(data, ensure_ascii=False)
        return compiler.compile(format="pdf", sys_inputs=inputs)

    return render


if __name__ == "__main__":
    run_brief(prepare, sys.argv[1:], __doc__)
