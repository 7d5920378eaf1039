"""What `brief_job.py` does on executors: pipes partitions through `brief batch`."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import unicodedata
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import IO, Any, Iterator, NamedTuple, Sequence

from pyarrow import fs
from pyspark.sql import Row


class TaskFault(Exception):
    """Why a task failed. One line, since the driver finds it in a trace of Java's."""


class Place(NamedTuple):
    """Where a record stands in the whole input."""

    seq: int
    source: str
    line: int


@dataclass(frozen=True)
class Work:
    """What a task must know."""

    brief: str
    report: str
    name: str
    options: tuple[str, ...]
    # The folder of documents, and the one in it where they lie until each has its name.
    output: str
    staging: str
    # Whether records are lines of a text, in which a column is a place.
    has_columns: bool

    def command(self, documents: str) -> list[str]:
        """`brief batch` with a partition on its standard input."""
        return [
            self.brief, "batch", self.report, "--input", "-", "--jobs", "1", "--manifest", "-",
            "--name", self.name, "--output", documents, *self.options,
        ]


def opened(work: Work) -> tuple[fs.FileSystem, str, str]:
    """The file system of the documents, their folder, and the staging folder in it."""
    file_system, folder = fs.FileSystem.from_uri(work.output)
    return file_system, folder, f"{folder}/{work.staging}"


@contextmanager
def running(command: Sequence[str], scratch: str) -> Iterator[subprocess.Popen]:
    """Runs a process that is ended with its scratch folder, even where Spark kills this one.

    Spark ends a task that it no longer wants by SIGKILL, after which nothing is tidied here. So
    a shell of another session waits for its input to close, whatever closes it.
    """
    with open(f"{scratch}/errors", "wb") as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            start_new_session=True)
    watch = subprocess.Popen(
        ["sh", "-c", 'read -r over || { kill -KILL "-$1"; rm -rf "$2"; }', "sh",
         str(process.pid), scratch],
        stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        watch.communicate(b"over\n")


@contextmanager
def scratch_folder() -> Iterator[str]:
    """A folder among those that Spark empties when an executor is gone, however it ended."""
    parent = os.environ.get("SPARK_LOCAL_DIRS", tempfile.gettempdir()).split(",")[0]
    scratch = tempfile.mkdtemp(prefix="brief-", dir=parent)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def last_lines(scratch: str) -> str:
    """What the process said last."""
    with open(f"{scratch}/errors", encoding="utf-8", errors="replace") as errors:
        return "\n".join(errors.read()[-4000:].splitlines()[-6:])


def check(work: Work) -> tuple[int, str]:
    """Tries one empty record: says what is wrong with the program, its options, the report."""
    with scratch_folder() as scratch:
        try:
            with running(work.command(f"{scratch}/documents"), scratch) as process:
                # A record that fails is as good as one that is done: whoever tells has begun.
                told, _ = process.communicate(b"{}\n")
        except OSError as error:
            return 64, (
                f'error: "{work.brief}" can\'t be run on {socket.gethostname()}: {error.strerror}'
                "\n  hint: --brief is the program's path as an executor sees it")
        return (0, "") if told else (process.returncode, last_lines(scratch))


def feed(
    rows: Iterator[Row], pipe: IO[bytes], places: dict[int, Place], faults: list[BaseException]
) -> None:
    """Writes records a line each, and remembers which stands in which line."""
    try:
        with pipe:
            for line, row in enumerate(rows, 1):
                places[line] = Place(row.seq, row.source, row.line)
                pipe.write(row.record)
                pipe.write(b"\n")
    except BrokenPipeError:
        pass  # The process has ended. Its exit code says why.
    except BaseException as error:
        faults.append(error)


def render(work: Work, rows: Iterator[Row]) -> Iterator[tuple]:
    """Pipes a partition through `brief batch`: yields rows of the manifest as they come.

    No more records are in hand than the pipes hold, and a document is moved when it is done, so
    neither memory nor disk grows with the partition.
    """
    first = next(rows, None)
    if first is None:
        return
    rows = chain([first], rows)
    token = uuid.uuid4().hex
    places: dict[int, Place] = {}
    faults: list[BaseException] = []
    file_system, _, staging = opened(work)
    with scratch_folder() as scratch:
        documents = f"{scratch}/documents"
        with running(work.command(documents), scratch) as process:
            feeder = threading.Thread(
                target=feed, args=(rows, process.stdin, places, faults), daemon=True)
            feeder.start()
            for line in process.stdout:
                entry = json.loads(line)
                place = places.pop(entry["line"])
                for index, output in enumerate(entry["outputs"]):
                    stage(
                        f"{documents}/{output['path']}", entry["name"], file_system,
                        f"{staging}/{token}-{place.seq}-{index}")
                yield manifest_row(entry, place, token, work.has_columns)
            code = process.wait()
            feeder.join()
        if faults:
            raise faults[0]
        # Exit code 1 with a line for each record: some have faults, which is no fault of the task.
        if code not in (0, 1) or places:
            ended = f"signal {-code}" if code < 0 else f"exit code {code}"
            said = "; ".join(last_lines(scratch).splitlines())
            raise TaskFault(f"`brief batch` ended with {ended} on {socket.gethostname()}: {said}")


def reason(error: Exception) -> str:
    """Why a file can't be opened, in the system's words; pyarrow's own name files twice."""
    number = getattr(error, "errno", None)
    return os.strerror(number) if number else str(error)


def stage(document: str, name: str, file_system: fs.FileSystem, target: str) -> None:
    """Moves a document from the executor's disk to where all can reach it."""
    try:
        with open(document, "rb") as source, \
                file_system.open_output_stream(target, compression=None) as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
    except OSError as error:
        raise TaskFault(
            f'"{os.path.dirname(target)}" can\'t be written from {socket.gethostname()}: '
            f"{reason(error)} (all executors must reach --output)") from error
    os.remove(document)
    folder = os.path.dirname(document)
    # With several files a record has a folder of its own.
    if os.path.basename(folder) == name and not os.listdir(folder):
        os.rmdir(folder)


def manifest_row(entry: dict[str, Any], place: Place, token: str, has_columns: bool) -> tuple:
    """A line of a partition's manifest as a row of the whole one's: numbers and places."""

    def located(found: dict[str, Any]) -> tuple:
        file, line, column = found.get("file"), found.get("line"), found.get("column")
        end_line, end_column = found.get("endLine"), found.get("endColumn")
        if file == "<stdin>":
            file, line, end_line = place.source, place.line, place.line
            column, end_column = (column, end_column) if has_columns else (None, None)
        return found["message"], file, line, column, end_line, end_column

    messages = [
        (message["severity"], message["id"], *located(message),
         [located(note) for note in message.get("notes", [])], message.get("hints", []))
        for message in entry.get("messages", [])
    ]
    outputs = [(output["path"], output["bytes"], output["sha256"]) for output in entry["outputs"]]
    name = entry["name"]
    # To `brief batch` names that look alike are alike.
    key = None if name is None else unicodedata.normalize("NFC", name)
    return (
        place.seq, name, entry["status"], outputs, entry["pages"], entry["warnings"], entry["ms"],
        entry["attempts"], place.source, place.line, entry.get("digest"), messages, key, token)


def publish(work: Work, rows: Iterator[Row]) -> Iterator[tuple]:
    """Gives documents their names. A task that is tried again finds done what is done."""
    file_system, folder, staging = opened(work)
    made = {folder}
    for row in rows:
        for index, output in enumerate(row.outputs):
            target = f"{folder}/{output.path}"
            parent = os.path.dirname(target)
            if parent not in made:
                file_system.create_dir(parent, recursive=True)
                made.add(parent)
            move(file_system, f"{staging}/{row.token}-{row.seq}-{index}", target, output.sha256)
        yield tuple(row)[:-2]


def move(file_system: fs.FileSystem, source: str, target: str, sha256: str) -> None:
    """Renames a file over another one."""
    try:
        file_system.move(source, target)
    except FileNotFoundError:
        # Another attempt of this task was here before.
        with file_system.open_input_stream(target, compression=None) as document:
            if hashlib.sha256(document.read()).hexdigest() != sha256:
                raise
