"""What a task leaves when Spark kills it, and when Spark runs it twice."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from pyspark.sql import Row

from support import ENVIRONMENT, JOB, SparkTestCase, eventually, is_running, kill

sys.path.insert(0, str(JOB.parent))
import brief_partition

TASK = """
import brief_partition, time
with brief_partition.scratch_folder() as scratch:
    with brief_partition.running(["sh", "-c", "sleep 300 & wait"], scratch) as process:
        print(scratch, process.pid, flush=True)
        time.sleep(300)
"""


class PartitionTests(SparkTestCase):
    def test_a_killed_task_takes_its_process_and_its_folder_along(self) -> None:
        self.scratch.mkdir()
        task = subprocess.Popen(
            [sys.executable, "-c", TASK], stdout=subprocess.PIPE, cwd=JOB.parent,
            env={**ENVIRONMENT, "SPARK_LOCAL_DIRS": f"{self.scratch},/nosuch"})
        scratch, pid = task.stdout.readline().decode().split()
        self.assertEqual(Path(scratch).parent, self.scratch)
        # The shell that waits for the task's end begins just after the process.
        self.assertTrue(eventually(lambda: scratch in self.command_lines(), 10))
        kill(task.pid)
        task.communicate()
        self.assertTrue(eventually(lambda: not is_running(int(pid)), 10))
        self.assertTrue(eventually(lambda: not Path(scratch).exists(), 10))
        self.assertTrue(eventually(lambda: scratch not in self.command_lines(), 10))

    @staticmethod
    def command_lines() -> str:
        return subprocess.run(
            ["ps", "-eo", "args"], stdout=subprocess.PIPE, text=True, check=True).stdout

    def test_a_second_attempt_finds_done_what_is_done(self) -> None:
        staging = self.output / ".brief-x"
        staging.mkdir(parents=True)
        content = b"a document"
        (staging / "t-3-0").write_bytes(content)
        work = brief_partition.Work(
            "brief", "r", "{{id}}", (), self.output.as_uri(), ".brief-x", True)
        output = Row(path="ko/k.pdf", bytes=10, sha256=hashlib.sha256(content).hexdigest())
        rows = [Row(seq=3, outputs=[output], key="k", token="t")]
        for _ in range(2):
            self.assertEqual(
                list(brief_partition.publish(work, iter(rows))), [(3, [output])])
            self.assertEqual((self.output / "ko/k.pdf").read_bytes(), content)
        # A file of the same name that isn't this record's is no second attempt.
        (self.output / "ko/k.pdf").write_bytes(b"another's")
        with self.assertRaises(FileNotFoundError):
            list(brief_partition.publish(work, iter(rows)))
