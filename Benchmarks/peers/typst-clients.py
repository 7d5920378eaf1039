#!/usr/bin/env python3
"""Sets a brief for each client with Typst, its charts drawn by vl-convert in the same process.

  typst-clients.py batch fresh|matplotlib|ready BRIEFS.ndjson FOLDER JOBS RESULT.json     FOLDER/ID.pdf for each record, in JOBS processes

One compiler serves all briefs of a process, so that Typst's memory of what it laid out stays warm. `matplotlib` draws the
charts by hand instead of their specifications; `ready` draws them once: for briefs that differ by their addressee alone. Tagged,
as Typst does without a word. Each process is held to one thread, for there are as many as there are cores.
"""
import json
import os
import sys

from shared import FIXTURES, FONTS, PEERS, make_charts, run_briefs, write

NAMES = ["months", "kinds"]


def worker(kind, folder):
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    import typst

    charts = make_charts(kind, FIXTURES / "client", NAMES, 150)
    compiler = typst.Compiler(
        PEERS / "client.typ", root=PEERS, font_paths=[str(FONTS)], ignore_system_fonts=True, sys_inputs={"data": "{}"}
    )

    def render(record):
        inputs = {name: charts.svg(name, record) for name in NAMES}
        inputs["data"] = json.dumps(record, ensure_ascii=False)
        write(folder / f"{record['id']}.pdf", compiler.compile(format="pdf", sys_inputs=inputs))

    return render


if __name__ == "__main__":
    run_briefs(worker, sys.argv[1:], __doc__)
