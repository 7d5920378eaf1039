"""Runs the job by `spark-submit` on a cluster of two workers, and `brief batch` beside it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from typing import Any, Callable, Iterator

import pyarrow.parquet as parquet

ROOT = Path(__file__).resolve().parents[2]
BRIEF = Path(os.environ.get("BRIEF", ROOT / ".build/release/brief")).resolve()
# The virtual environment that runs the tests.
SPARK = Path(sys.prefix)
JOB = ROOT / "Integrations/spark/brief_job.py"
LETTER = ROOT / "Benchmarks/Fixtures/letter"
# A cluster's JVMs that live for seconds start sooner so.
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
ENVIRONMENT = {
    **os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
    "BRIEFKIT_HOME": str(ROOT),
}


class SparkTestCase(unittest.TestCase):
    """A test with a folder of its own, which is also where executors keep what they need."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="brief-spark-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.output = self.folder / "letters"
        self.manifest = self.folder / "manifest"
        self.scratch = self.folder / "executors"
        self.log = self.folder / "log"

    def start(
        self, *words: Any, conf: dict[str, str] = {}, environment: dict[str, str] = ENVIRONMENT,
        archives: str = "", master: str = "local-cluster[2,1,1024]",
    ) -> subprocess.Popen:
        """Sends a job: the words of its command line after the program's name."""
        conf = {
            "spark.ui.enabled": "false", "spark.local.dir": str(self.scratch),
            "spark.executor.extraJavaOptions": SHORT_LIVED, **conf,
        }
        command = [
            SPARK / "bin/spark-submit", "--master", master,
            "--driver-java-options", SHORT_LIVED,
            *(word for pair in conf.items() for word in ("--conf", "=".join(pair))),
            *(["--archives", archives] if archives else []), JOB, *words,
        ]
        with open(self.log, "wb") as log:
            return subprocess.Popen(
                [str(word) for word in command], env=environment, cwd=self.folder,
                stdout=subprocess.PIPE, stderr=log)

    def finish(self, process: subprocess.Popen) -> tuple[int, str]:
        """Waits for the exit code and what the job printed."""
        try:
            printed, _ = process.communicate(timeout=300)
        finally:
            process.kill()
        return process.returncode, printed.decode().strip()

    def submit(self, *words: Any, **settings: Any) -> tuple[int, str]:
        """Runs a job to its end."""
        return self.finish(self.start(*words, **settings))

    def letters(self, records: Path, *more: Any) -> list[Any]:
        """The words of a job that makes letters."""
        return [
            LETTER, "--input", records, "--name", "{{id}}", "--output", self.output,
            "--manifest", self.manifest, "--brief", BRIEF, *more,
        ]

    def rows(self) -> list[dict[str, Any]]:
        """The manifest's table as it lies in its files, with paths in place of addresses."""
        files = sorted(self.manifest.glob("part-*.parquet"))
        rows = [row for file in files for row in parquet.read_table(file).to_pylist()]
        return json.loads(json.dumps(rows).replace(f'"file:{self.folder}', f'"{self.folder}'))

    def on_one_machine(
        self, report: Path, records: Path, *more: str, name: str = "{{id}}"
    ) -> tuple[dict[str, str], list[dict[str, Any]]]:
        """What `brief batch` alone makes of the same: documents and manifest."""
        folder = self.folder / "alone"
        subprocess.run(
            [BRIEF, "batch", report, "--input", records, "--name", name, "--jobs", "2",
             "--output", folder, *more], env=ENVIRONMENT, stderr=subprocess.DEVNULL, check=False)
        lines = (folder / "manifest.ndjson").read_text().splitlines()
        return files(folder), sorted(map(json.loads, lines), key=lambda row: row["seq"])

    def assertWholeAndTidy(self) -> None:
        """Nothing hidden is at the output, nothing of `brief` on executors, no raw manifest."""
        hidden = [path.name for path in self.output.iterdir() if path.name.startswith(".")]
        self.assertEqual(hidden, [])
        self.assertEqual(list(self.scratch.rglob("brief-*")), [])
        self.assertEqual(list(self.folder.glob("manifest.*")), [])


def files(folder: Path) -> dict[str, str]:
    """The documents below a folder and the hash of each."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.pdf")
    }


def stable(row: dict[str, Any]) -> dict[str, Any]:
    """What two runs tell alike: all but the time it took, and what isn't there."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: kept(item) for key, item in value.items() if item not in (None, [])}
        return [kept(item) for item in value] if isinstance(value, list) else value

    return {key: value for key, value in kept(row).items() if key != "ms"}


def make_clients(count: int) -> list[bytes]:
    """Records for letters, a line each."""
    made = subprocess.run(
        [ROOT / "Scripts/make-clients", str(count)], stdout=subprocess.PIPE, check=True)
    return made.stdout.splitlines()


def eventually(condition: Callable[[], Any], seconds: float = 120) -> Any:
    """What a condition yields once it does, or the last it did."""
    end = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def descendants(pid: int) -> Iterator[tuple[int, list[str]]]:
    """Processes below another one, with their command lines."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if parent == pid:
            yield int(folder.name), words
            yield from descendants(int(folder.name))


def kill(pid: int) -> None:
    """Ends a process without asking."""
    os.kill(pid, signal.SIGKILL)


def is_running(pid: int) -> bool:
    """Whether a process is there and isn't a mere entry of a table."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
