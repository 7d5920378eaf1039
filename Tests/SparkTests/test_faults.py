"""What can go wrong with records, processes and executors, done for real."""

from __future__ import annotations

import json
from typing import Optional

from support import (
    BRIEF, LETTER, SparkTestCase, descendants, eventually, files, is_running, kill, make_clients,
    stable,
)

# Takes memory for each of `rows`, and time for the third power of `loop`.
REPORT = """---
title: "{{name}}"
---
{{#rows}}{{.}} {{/rows}}

{{#loop}}{{#loop}}{{#loop}}{{/loop}}{{/loop}}{{/loop}}
"""


class RecordFaultTests(SparkTestCase):
    def test_each_poisonous_record_fails_and_the_others_are_done(self) -> None:
        report = self.folder / "report"
        report.mkdir()
        (report / "report.md").write_text(REPORT)
        records = self.folder / "records.ndjson"
        lines = [self.record(f"k{seq}") for seq in range(1, 201)]
        poison = {
            17: (self.record("hangs", loop=list(range(3000))), "worker.hung"),
            34: (self.record("hungry", rows=list(range(400_000))), "worker.ended"),
            51: (b'{"name": "torn"', "json.truncated"),
            68: (self.record("../../escaped"), "batch.name"),
            69: (self.record("../../escaped"), "batch.name"),
            85: (self.record("long" + "x" * (17 << 20)), "limit.record-bytes"),
            102: (b'{"other": "\xff\xfe"}', "json.utf-8"),
            119: (b"[1, 2]", "template.unknown"),
        }
        # The same names in the same partition and in others: a number's hash decides.
        twins = {seq + 20: seq for seq in range(130, 150)}
        for seq, (line, _) in poison.items():
            lines[seq - 1] = line
        for seq, first in twins.items():
            lines[seq - 1] = self.record(f"k{first}", rows=[seq])
        # Alike to whoever reads it, though its bytes are others.
        lines[180 - 1], lines[190 - 1] = self.record("\u00e9"), self.record("e\u0301")
        twins[190] = 180
        lines[181 - 1], lines[191 - 1] = self.record("Abc"), self.record("abC")
        twins[191] = 181
        records.write_bytes(b"\n".join(lines) + b"\n")
        options = ["--timeout", "4", "--memory", "200", "--limit", "rows=1000000000000"]
        code, printed = self.submit(
            report, "--input", records, "--name", "{{name}}", "--output", self.output,
            "--manifest", self.manifest, "--brief", BRIEF, "--partitions", "4", "--", *options)
        failed = len(poison) + len(twins)
        self.assertEqual(
            (code, printed),
            (1, f"200 records: {200 - failed} done, {failed} failed; {self.manifest}"))
        documents, entries = self.on_one_machine(report, records, *options, name="{{name}}")
        self.assertEqual(len(documents), 200 - failed)
        self.assertEqual(files(self.output), documents)
        self.assertEqual(list(self.folder.rglob("escaped*")), [])
        rows = self.rows()
        for row in rows + entries:
            for message in row.get("messages", []):
                # Which of the two is found depends on where the memory was wanted.
                if message["id"] in ("worker.ended", "worker.memory"):
                    message.update(id="worker.ended", message=None, hints=None)
        self.assertEqual(
            {row["seq"]: row["messages"][0]["id"] for row in rows if row["status"] == "failed"},
            {seq: id for seq, (_, id) in poison.items()} | dict.fromkeys(twins, "batch.name"))
        # Each message, number and place is that of the whole input.
        self.assertEqual([*map(stable, rows)], [*map(stable, entries)])
        self.assertWholeAndTidy()

    @staticmethod
    def record(name: str, **more: list[int]) -> bytes:
        return json.dumps({"name": name, "rows": [1], "loop": [], **more}).encode()


class ProcessFaultTests(SparkTestCase):
    def test_killed_processes_and_a_killed_executor_cost_nothing(self) -> None:
        records = self.folder / "clients.ndjson"
        records.write_bytes(b"\n".join(make_clients(600)))
        job = self.start(*self.letters(records, "--partitions", "6"))

        def staged() -> int:
            return sum(1 for _ in self.output.glob(".brief-*/*"))

        def first(word: str) -> Optional[int]:
            found = [pid for pid, words in descendants(job.pid) if word in words]
            return found[0] if found else None

        executor = "org.apache.spark.executor.CoarseGrainedExecutorBackend"
        self.assertTrue(eventually(lambda: staged() >= 20), self.log.read_text()[-4000:])
        # The one process of a partition.
        kill(eventually(lambda: first("batch")))
        self.assertTrue(eventually(lambda: staged() >= 150))
        victim = first(executor)
        below = [pid for pid, _ in descendants(victim)]
        kill(victim)
        self.assertTrue(eventually(lambda: not any(map(is_running, below)), 30))
        code, printed = self.finish(job)
        self.assertEqual((code, printed), (0, f"600 records: 600 done, 0 failed; {self.manifest}"))
        log = self.log.read_text()
        self.assertIn("TaskFault: `brief batch` ended with signal 9", log)
        self.assertRegex(log, "Lost executor [0-9]+")
        documents, entries = self.on_one_machine(LETTER, records)
        self.assertEqual(files(self.output), documents)
        self.assertEqual([*map(stable, self.rows())], [*map(stable, entries)])
        self.assertWholeAndTidy()

    def test_a_task_that_never_ends_well_ends_the_job_and_says_why(self) -> None:
        program = self.folder / "brief"
        program.write_text(
            "#!/bin/sh\nread -r line\n"
            f'[ "$line" = "{{}}" ] && echo "$line" | exec "{BRIEF}" "$@"\n'
            "echo 'error: the disk is gone' >&2\nexit 74\n")
        program.chmod(0o755)
        records = self.folder / "clients.ndjson"
        records.write_bytes(b"\n".join(make_clients(4)))
        words = self.letters(records)
        words[words.index(BRIEF)] = program
        code, printed = self.submit(*words, master="local[1, 2]")
        self.assertEqual(code, 70)
        self.assertRegex(
            printed,
            r"^error: `brief batch` ended with exit code 74 on \S+: error: the disk is gone$")
        self.assertFalse(self.manifest.exists())
        self.assertWholeAndTidy()
