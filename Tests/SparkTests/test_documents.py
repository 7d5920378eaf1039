"""On Spark a batch makes what it makes on one machine."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet

from support import BRIEF, ENVIRONMENT, LETTER, ROOT, SparkTestCase, files, make_clients, stable


class DocumentTests(SparkTestCase):
    def test_ndjson_in_many_blocks_is_done_as_on_one_machine(self) -> None:
        records = self.folder / "clients.ndjson"
        lines = make_clients(300)
        # What a reader of values would change: the digest hangs on each byte of a record.
        lines[7] = b'{"z": 1.0, "a": [1e3, -0.0], "z2": null, ' + lines[7][1:]
        lines[20] += b"\r"
        lines.insert(100, b"")
        lines.insert(200, b" \t\r")
        records.write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines))
        code, printed = self.submit(
            *self.letters(records, "--partitions", "5"),
            conf={
                "spark.sql.files.maxPartitionBytes": "20000",
                "spark.sql.files.openCostInBytes": "0",
            })
        self.assertEqual((code, printed), (0, f"300 records: 300 done, 0 failed; {self.manifest}"))
        documents, entries = self.on_one_machine(LETTER, records)
        self.assertEqual(len(documents), 300)
        self.assertEqual(files(self.output), documents)
        self.assertEqual([*map(stable, self.rows())], [*map(stable, entries)])
        self.assertWholeAndTidy()

    def test_parquet_in_two_files_is_done_by_what_archives_hold(self) -> None:
        lines = make_clients(120)
        records = self.folder / "clients.ndjson"
        records.write_bytes(b"\n".join(lines))
        table = arrow.Table.from_pylist([json.loads(line) for line in lines])
        clients = self.folder / "clients"
        clients.mkdir()
        # The first file is the smaller one, which Spark reads last.
        parquet.write_table(table.slice(0, 30), clients / "a.parquet")
        parquet.write_table(table.slice(30), clients / "b.parquet", row_group_size=25)
        briefkit = self.archive("briefkit", {
            "bin/brief": BRIEF, "share/briefkit/Fonts": ROOT / "Fonts",
            "share/briefkit/Reports": ROOT / "Reports",
        })
        report = self.archive("report", {"letter": LETTER})
        environment = {k: v for k, v in ENVIRONMENT.items() if k != "BRIEFKIT_HOME"}
        code, printed = self.submit(
            "report/letter", "--input", clients, "--input-format", "parquet", "--name", "{{id}}",
            "--output", "letters", "--manifest", "manifest", "--brief", "briefkit/bin/brief",
            "--partitions", "3", "--", "--timeout", "60",
            archives=f"{briefkit}#briefkit,{report}#report", environment=environment)
        self.assertEqual((code, printed), (0, "120 records: 120 done, 0 failed; manifest"))
        documents, entries = self.on_one_machine(LETTER, records)
        self.assertEqual(files(self.output), documents)
        rows = self.rows()
        self.assertEqual(
            [(row["source"].rsplit("/", 1)[1], row["line"]) for row in rows],
            [("a.parquet", i) for i in range(1, 31)] + [("b.parquet", i) for i in range(1, 91)])
        for row in rows + entries:
            del row["source"], row["line"]
        # Rows become the very JSON that the lines are.
        self.assertEqual([*map(stable, rows)], [*map(stable, entries)])
        self.assertWholeAndTidy()

    def archive(self, name: str, content: dict[str, Path]) -> Path:
        """Packs files and folders under other names."""
        folder = self.folder / f"{name}-content"
        for path, target in content.items():
            link = folder / path
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(target)
        archive = self.folder / f"{name}.tar.gz"
        subprocess.run(
            ["tar", "--dereference", "--use-compress-program", "gzip -1", "-cf", archive, "-C",
             folder, "."], check=True)
        return archive
