"""What is refused before the work begins, and how inputs become JSON: without a cluster."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession

from support import BRIEF, ENVIRONMENT, JOB, ROOT, SPARK, SparkTestCase, make_clients

sys.path.insert(0, str(JOB.parent))
import brief_job


class UsageTests(SparkTestCase):
    def test_wrong_usage_is_said_before_spark_begins(self) -> None:
        cases: list[tuple[list[Any], str]] = [
            (["r", "--input", "a.ndjson", "--output", "o", "--manifest", "m"],
             "error: the following arguments are required: --name"),
            (self.letters(Path("a.txt")),
             'error: the name "a.txt" tells no format: --input-format ndjson or parquet'),
            (self.letters(Path("a.ndjson"), "--partitions", "0"),
             "error: --partitions must be 1 or more"),
            (self.letters(Path("a.ndjson"), "--", "--jobs=2"),
             'error: "--jobs" is set by the job and can\'t stand behind --'),
        ]
        for words, said in cases:
            with self.subTest(said):
                run = subprocess.run(
                    [SPARK / "bin/python", JOB, *map(str, words)], env=ENVIRONMENT,
                    capture_output=True, text=True, check=False)
                self.assertEqual(run.returncode, 64)
                self.assertIn(f"{said}\n  hint: ", run.stderr)
        self.assertEqual(self.submit("r")[0], 64)

    def test_command_lines_in_the_documentation_are_read(self) -> None:
        page = (ROOT / "Documentation/batch.md").read_text()
        found = re.findall(r"```bash\n(.*?)```", page, re.S)
        found += re.findall(r"spark-submit (?:.+\\\n)*.+", brief_job.__doc__)
        self.assertEqual(len(found), 3)
        for text in found:
            words = shlex.split(text.replace("\\\n", ""))
            job = next(i for i, word in enumerate(words) if word.endswith("brief_job.py"))
            options = brief_job.parse(words[job + 1:])
            self.assertEqual(options.name, "{{id}}")
        options = re.findall(r'add_argument\("(--[a-z-]+)"', JOB.read_text())
        self.assertGreater(len(options), 7)
        for option in options:
            self.assertIn(f"`{option}", page)

    def test_an_output_that_cannot_be_written_is_the_last_line(self) -> None:
        records = self.folder / "clients.ndjson"
        records.write_bytes(b"\n".join(make_clients(2)))
        self.output.write_text("a file in place of the folder")
        self.assertEqual(
            self.submit(*self.letters(records), master="local[1]"),
            (74, f'error: "{self.output}" can\'t be written: Not a directory\n'
                 "  hint: choose another place"))


class RefusalTests(SparkTestCase):
    spark: SparkSession

    @classmethod
    def setUpClass(cls) -> None:
        os.environ.update(ENVIRONMENT)
        cls.spark = SparkSession.builder.master("local[1]").config(map={
            "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
        }).getOrCreate()
        cls.spark.sparkContext.setLogLevel("OFF")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.spark.stop()

    def setUp(self) -> None:
        super().setUp()
        self.records = self.folder / "clients.ndjson"
        self.records.write_bytes(b"\n".join(make_clients(3)))

    def run_job(self, words: list[Any]) -> dict[str, int]:
        return brief_job.run(self.spark, brief_job.parse([*map(str, words)]))

    def assertRefused(self, code: int, said: str, words: list[Any]) -> None:
        with self.subTest(said):
            with self.assertRaises(brief_job.JobError) as caught:
                self.run_job(words)
            self.assertEqual(caught.exception.code, code)
            self.assertIn(said, str(caught.exception))
            # Nothing is left of a job that didn't begin.
            self.assertEqual(list(self.folder.rglob("*brief-*")), [])

    def test_what_is_at_fault_is_said_before_the_work_begins(self) -> None:
        words = self.letters(self.records)
        report = self.folder / "report"
        report.mkdir()
        (report / "report.md").write_text("---\ntitle: x\n---\n{{#rows}}")
        self.assertRefused(
            1, "report.md:4:1: error: the section \"rows\" isn't closed\n  hint: ",
            [report, *words[1:]])
        self.assertRefused(
            1, 'error: there is no report "nosuch"\n  hint: ', ["nosuch", *words[1:]])
        self.assertRefused(64, "Error: Unknown option '--frob'", [*words, "--", "--frob"])
        self.assertRefused(64, "error: --name can't be read", [*words, "--name", "{{id"])
        self.assertRefused(
            64, 'error: "/nosuch/brief" can\'t be run on ', [*words, "--brief", "/nosuch/brief"])
        self.assertRefused(
            1, "nosuch.ndjson\" can't be read: [PATH_NOT_FOUND]",
            [*words, "--input", "nosuch.ndjson"])
        self.assertRefused(
            74, "clients.ndjson/m\" can't be written: ",
            [*words, "--manifest", self.records / "m"])

    def test_a_manifest_is_replaced_only_if_that_is_asked_for(self) -> None:
        words = self.letters(self.records, "--manifest-format", "json")
        self.assertEqual(self.run_job(words), {"done": 3})
        self.assertRefused(74, f'error: "{self.manifest}" is there already\n  hint: ', words)
        self.records.write_bytes(b"\n".join(make_clients(2)) + b"\n{}")
        self.assertEqual(self.run_job([*words, "--overwrite"]), {"done": 2, "failed": 1})
        rows = [
            json.loads(line) for file in sorted(self.manifest.glob("*.json"))
            for line in file.read_text().splitlines()
        ]
        self.assertEqual([row["name"] for row in rows[:2]], ["c000001", "c000002"])
        self.assertEqual(rows[2]["messages"][0]["line"], 3)
        self.assertEqual(len(list(self.output.iterdir())), 3, "c000003 is of the earlier run")

    def test_an_input_without_records_is_done(self) -> None:
        self.records.write_bytes(b"\n\n")
        self.assertEqual(self.run_job(self.letters(self.records)), {})
        self.assertEqual(self.rows(), [])

    def test_each_type_of_parquet_has_its_json(self) -> None:
        path = str(self.folder / "types.parquet")
        self.spark.conf.set("spark.sql.session.timeZone", "Asia/Seoul")
        self.spark.sql("""
            select 9007199254740993L big, 0.1D double, double('NaN') none, 1.50BD decimal,
              date'2022-11-01' day, timestamp'2022-11-01 10:11:12.123' moment,
              timestamp_ntz'2022-11-01 10:11:12' local, cast(null as string) nothing,
              array(1, null) list, map('k', 1) map, named_struct('b', '김', 'a', true) struct,
              cast('ab' as binary) bytes
            """).write.parquet(path)
        rows = brief_job.read(self.spark, path, "parquet").collect()
        self.assertEqual(rows[0].record.decode(), (
            '{"big":9007199254740993,"double":0.1,"none":"NaN","decimal":1.50,"day":"2022-11-01",'
            '"moment":"2022-11-01T10:11:12.123+09:00","local":"2022-11-01T10:11:12.000",'
            '"nothing":null,"list":[1,null],"map":{"k":1},"struct":{"b":"김","a":true},'
            '"bytes":"YWI="}'))
