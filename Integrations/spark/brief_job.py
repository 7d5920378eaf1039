"""Makes a document for each record of NDJSON or Parquet, on a Spark cluster.

  spark-submit Integrations/spark/brief_job.py /share/client-letter --input /share/clients.ndjson \\
    --name '{{id}}' --output /share/letters --manifest /share/letters-manifest \\
    --brief /opt/briefkit/bin/brief -- --timeout 60 --memory 512

REPORT and --brief are paths as an executor sees them. Where nothing is installed there, both come
in archives, which Spark unpacks beside each executor:

  make install DESTDIR=$PWD/pack PREFIX= && tar -czf briefkit.tar.gz -C pack .
  tar -czf report.tar.gz -C client-letter .
  spark-submit --archives briefkit.tar.gz#briefkit,report.tar.gz#report brief_job.py report \\
    --brief briefkit/bin/brief --input s3a://bank/clients.parquet --name '{{id}}' \\
    --output s3a://bank/letters --manifest s3a://bank/letters-manifest

With --deploy-mode cluster add --py-files Integrations/spark/brief_partition.py.

What stands behind `--` goes to `brief batch`. Executors need Python with pyarrow, and beside their
heap as much memory as --memory allows, for each core: spark.executor.memoryOverhead.

Each partition is piped through one `brief batch`. A record that can't be done is a row of the
manifest; a process that breaks is a task that Spark tries again. The last line on standard output
says how many were done, or why the job ended. Exit code: 0 every record has its document, 1 some
failed or the report or input is at fault, 64 wrong usage, 70 Spark gave a task up, 74 an output
can't be written.
"""

from __future__ import annotations

import argparse
import re
import sys
import uuid
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, Iterator, NoReturn, Sequence

from py4j.protocol import Py4JJavaError
from pyarrow import ArrowInvalid
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F

import brief_partition
from brief_partition import Work, check, opened, publish, reason, render

PLACE = "message string, file string, line long, `column` long, endLine long, endColumn long"
MESSAGE = (
    f"severity string, id string, {PLACE}, notes array<struct<{PLACE}>>, hints array<string>"
)
MANIFEST = (
    "seq long, name string, status string, "
    "outputs array<struct<path string, bytes long, sha256 string>>, pages int, warnings int, "
    "ms long, attempts int, source string, line long, digest string, "
    f"messages array<struct<{MESSAGE}>>"
)
# As the tasks tell it: `key` is what two names have in common that are one to a file system,
# `token` begins the names of the record's files in the staging folder.
RAW = f"{MANIFEST}, key string, token string"

# Options of `brief batch` that are the job's own.
OWN_OPTIONS = {
    "--input", "--data-format", "-o", "--output", "--name", "--jobs", "--shard", "--resume",
    "--manifest", "--merge", "--on-error", "--diagnostics",
}
CUTS = "spark.sql.files.minPartitionNum"
# A task of so many letters takes some 20 seconds: long beside its start, short to do again.
RECORDS_A_TASK = 1000
CLASH_HINT = "name records by what no two have in common: --name '{{id}}'"


class JobError(Exception):
    """Why the job can't go on, for whoever sent it."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


# Reading ------------------------------------------------------------------------------------------


def read(spark: SparkSession, path: str, kind: str) -> DataFrame:
    """The input as JSON texts, each with its file and block. Blank lines aren't `kept`."""
    if kind == "ndjson":
        # As bytes, never as values: 1.0 must not become 1. Lines end where `brief` ends them.
        lines = spark.read.option("lineSep", "\n").text(path)
        record = F.col("value").cast("binary")
        kept = F.expr(r"trim(BOTH ' \t\r' FROM value) != ''")
    else:
        lines = spark.read.parquet(path)
        record = F.to_json(F.struct("*"), {"ignoreNullFields": "false"}).cast("binary")
        kept = F.lit(True)
    return lines.select(
        record.alias("record"), kept.alias("kept"),
        F.col("_metadata.file_path").alias("source"),
        F.col("_metadata.file_block_start").alias("start"),
        F.monotonically_increasing_id().alias("at"))


def number(spark: SparkSession, lines: DataFrame) -> tuple[DataFrame, int]:
    """Gives each record its number in the whole input and its line in its file; counts them.

    Files count in the order of their names. One pass counts the lines of each block; then a
    line's number is its block's plus its place therein, which a task that is tried again finds
    again. Spark's own numbers count a task's lines, so both passes must be cut alike.
    """
    blocks = (
        lines.groupBy("source", "start", F.spark_partition_id().alias("part"))
        .agg(F.min("at").alias("first"), F.count("*").alias("all"),
             F.count_if("kept").alias("kept"))
        .collect())
    # How many records the same task has before the block.
    before: dict[tuple[str, int], int] = {}
    part, count = None, 0
    for block in sorted(blocks, key=lambda block: block["first"]):
        part, count = block.part, count if block.part == part else 0
        before[block.source, block.start] = count
        count += block.kept
    offsets = []
    source, line, seq = None, 0, 0
    for block in sorted(blocks, key=lambda block: (block.source, block.start)):
        source, line = block.source, line if block.source == source else 0
        first_kept = (block.part << 33) + before[block.source, block.start]
        offsets.append((block.source, block.start, line - block["first"], seq - first_kept))
        line += block.all
        seq += block.kept
    table = spark.createDataFrame(
        offsets, "source string, start long, line_offset long, seq_offset long")
    records = (
        lines.where("kept").withColumn("at_kept", F.monotonically_increasing_id())
        .join(F.broadcast(table), ["source", "start"])
        .select(
            (F.col("at_kept") + F.col("seq_offset") + 1).alias("seq"), "source",
            (F.col("at") + F.col("line_offset") + 1).alias("line"), "record"))
    return records, seq


# On the driver ------------------------------------------------------------------------------------


def resolve(raw: DataFrame, has_columns: bool) -> DataFrame:
    """Leaves a name to the first record that has it, as `brief batch` does on one machine.

    No partition sees the names of another one. That is why documents aren't written under their
    names at once: whoever came later would have taken the place of another client's.
    """
    # Records without a name have none in common: no name that is accepted holds a line feed.
    # To some file system names are one that differ in capitals alone.
    same = Window.partitionBy(
        F.coalesce(F.lower("key"), F.concat(F.lit("\n"), "seq"))).orderBy("seq")
    rows = raw.withColumn("first", F.first(F.struct("seq", "attempts", "key")).over(same))
    # A name whose first record was never tried is refused in itself, and each record says so.
    clash = (F.col("first.seq") < F.col("seq")) & (F.col("first.attempts") > 0)
    column = F.lit(1 if has_columns else None).cast("long")
    said = F.when(F.col("first.key") == F.col("key"), F.concat(
        F.lit("record "), "first.seq", F.lit(' has the name "'), "name", F.lit('" already'))
    ).otherwise(F.concat(
        F.lit("record "), "first.seq", F.lit(' has a name that differs from "'), "name",
        F.lit('" in capitals alone')))
    message = F.struct(
        F.lit("error"), F.lit("batch.name"), said, "source", "line", column, "line", column,
        F.array(), F.array(F.lit(CLASH_HINT)))
    replaced = {
        "status": F.lit("failed"), "outputs": F.array(), "pages": F.lit(0), "warnings": F.lit(0),
        "ms": F.lit(0), "attempts": F.lit(0), "digest": F.lit(None),
        "messages": F.array(message),
    }
    return rows.select([
        F.when(clash, replaced[field.name].cast(field.dataType)).otherwise(F.col(field.name))
        .alias(field.name) if field.name in replaced else F.col(field.name)
        for field in raw.schema.fields
    ])


class Storage:
    """Paths as Spark takes them, by the file systems of its JVM."""

    def __init__(self, spark: SparkSession) -> None:
        self._path = spark._jvm.org.apache.hadoop.fs.Path
        self._configuration = spark._jsc.hadoopConfiguration()

    def _open(self, path: str) -> tuple[Any, Any]:
        found = self._path(path)
        return found.getFileSystem(self._configuration), found

    def refuse_taken(self, path: str) -> None:
        """Says at once what Spark's writer would say after hours."""
        file_system, found = self._open(path)
        if file_system.exists(found):
            raise JobError(74, f'error: "{path}" is there already\n  hint: --overwrite replaces it')

    @contextmanager
    def folder(self, path: str, purpose: str) -> Iterator[None]:
        """A folder that is gone again at the end."""
        file_system, found = self._open(path)
        try:
            file_system.mkdirs(found)
        except Py4JJavaError as error:
            raise unwritable(purpose, cause(error)) from error
        try:
            yield
        finally:
            file_system.delete(found, True)

    def uri(self, path: str) -> str:
        """A path as pyarrow takes it: with its scheme, which for S3 is another one."""
        if re.match(r"(?!file:)\w+:", path):
            return re.sub("^s3[an]:", "s3:", path)
        file_system, found = self._open(path)
        return file_system.makeQualified(found).toUri().toString()


@contextmanager
def staging_folder(work: Work, purpose: str) -> Iterator[None]:
    """Where documents lie until they have their names. Only the driver makes it and removes it.

    A task that comes too late, or doesn't see what the others see, finds no folder and fails.
    """
    try:
        file_system, _, folder = opened(work)
        file_system.create_dir(folder, recursive=True)
    except (OSError, ArrowInvalid) as error:
        raise unwritable(purpose, reason(error)) from error
    try:
        yield
    finally:
        # What went wrong before tells more.
        with suppress(OSError):
            file_system.delete_dir(folder)


def unwritable(path: str, why: str) -> JobError:
    """An output that can't be written."""
    return JobError(74, f'error: "{path}" can\'t be written: {why}\n  hint: choose another place')


def cause(error: BaseException) -> str:
    """What an error of Spark's says, without its trace; of one on an executor, what that said."""
    text = str(error)
    on_executor = re.search(r"TaskFault: (.+)", text) or re.search(r"^(\w+Error: .+)", text, re.M)
    if on_executor:
        return on_executor[1]
    said = str(getattr(error, "java_exception", text)).strip()
    return said.splitlines()[0] if said else type(error).__name__


def run(spark: SparkSession, options: argparse.Namespace) -> dict[str, int]:
    """Does the whole job, and counts what was done and what failed."""
    storage = Storage(spark)
    if not options.overwrite:
        storage.refuse_taken(options.manifest)
    key = uuid.uuid4().hex[:12]
    work = Work(
        options.brief, options.report, options.name, tuple(options.batch_options),
        storage.uri(options.output), f".brief-{key}", options.input_format == "ndjson")
    spark.sparkContext.addPyFile(brief_partition.__file__)
    code, said = spark.sparkContext.parallelize([work], 1).map(check).first()
    if code != 0:
        raise JobError(code if code in (1, 64) else 70, said)
    raw = f"{options.manifest.rstrip('/')}.brief-{key}"
    with staging_folder(work, options.output), storage.folder(raw, options.manifest):
        render_all(spark, options, work, raw)
        publish_all(spark, options, work, raw)
    table = spark.read.schema(MANIFEST).format(options.manifest_format).load(options.manifest)
    return {row.status: row["count"] for row in table.groupBy("status").count().collect()}


def render_all(spark: SparkSession, options: argparse.Namespace, work: Work, raw: str) -> None:
    """Renders each record into the staging folder, and writes down what the tasks told.

    It is written down and not asked for again: a record that timed out might be done next time.
    """
    # Else Spark cuts the input by the cores that it has at the time: others after a lost executor.
    if spark.conf.get(CUTS, None) is None:
        spark.conf.set(CUTS, spark.sparkContext.defaultParallelism)
    try:
        records, count = number(spark, read(spark, options.input, options.input_format))
    except AnalysisException as error:
        said = f'error: "{options.input}" can\'t be read: {cause(error)}'
        raise JobError(1, said) from error
    partitions = options.partitions or max(
        spark.sparkContext.defaultParallelism, -(-count // RECORDS_A_TASK))
    # By the hash of their numbers, so that heavy neighbours are spread; then in order.
    parts = records.repartition(partitions, "seq").sortWithinPartitions("seq").rdd
    rows = parts.mapPartitions(partial(render, work))
    spark.createDataFrame(rows, RAW, verifySchema=False).write.mode("append").parquet(raw)
    told = spark.read.schema(RAW).parquet(raw).agg(
        F.count("seq"), F.count_distinct("seq"), F.coalesce(F.max("seq"), F.lit(0))).first()
    if set(told) != {count}:
        raise JobError(1, f'error: "{options.input}" was changed while it was read')


def publish_all(spark: SparkSession, options: argparse.Namespace, work: Work, raw: str) -> None:
    """Gives each document its name, and writes the manifest as its files are there."""
    told = resolve(spark.read.schema(RAW).parquet(raw), work.has_columns)
    # Sorted before anything is moved, since a sort goes through its rows twice.
    rows = told.orderBy("seq").rdd.mapPartitions(partial(publish, work))
    mode = "overwrite" if options.overwrite else "errorifexists"
    spark.createDataFrame(rows, MANIFEST, verifySchema=False).write.mode(mode) \
        .format(options.manifest_format).save(options.manifest)


class Parser(argparse.ArgumentParser):
    """Ends with `brief`'s exit code for wrong usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(64, f"error: {message}\n  hint: spark-submit brief_job.py --help\n")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Reads the command line, up to `--` and behind it."""
    split = words.index("--") if "--" in words else len(words)
    parser = Parser(
        prog="brief_job.py", description=__doc__, allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", help="the report's folder as an executor sees it, or its name")
    parser.add_argument("--input", required=True, help="NDJSON or Parquet: a file or a folder")
    parser.add_argument("--input-format", choices=["ndjson", "parquet"], help="else by its ending")
    parser.add_argument("--name", required=True, help="what each document is called: '{{id}}'")
    parser.add_argument("--output", required=True, help="the folder of documents")
    parser.add_argument("--manifest", required=True, help="where the manifest goes, as a table")
    parser.add_argument("--manifest-format", choices=["parquet", "json"], default="parquet")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier manifest")
    parser.add_argument("--partitions", type=int, help="tasks; else one for 1,000 records")
    parser.add_argument("--brief", default="brief", help="the program as an executor sees it")
    options = parser.parse_args(words[:split])
    options.batch_options = words[split + 1:]
    for word in options.batch_options:
        if word.split("=")[0] in OWN_OPTIONS:
            parser.error(f'"{word.split("=")[0]}" is set by the job and can\'t stand behind --')
    if options.partitions is not None and options.partitions < 1:
        parser.error("--partitions must be 1 or more")
    if options.input_format is None:
        ending = re.search(r"\.(ndjson|jsonl|parquet)(\.\w+)?/?$", options.input)
        if not ending:
            parser.error(
                f'the name "{options.input}" tells no format: --input-format ndjson or parquet')
        options.input_format = "parquet" if ending[1] == "parquet" else "ndjson"
    return options


def main(words: Sequence[str]) -> int:
    """Runs the job; its last line goes to standard output, since the other one is Spark's log."""
    options = parse(words)
    spark = SparkSession.builder.appName(f"brief {options.report}").getOrCreate()
    try:
        counts = run(spark, options)
        done, failed = counts.get("done", 0), counts.get("failed", 0)
        said = f"{done + failed:,} records: {done:,} done, {failed:,} failed; {options.manifest}"
        code = 1 if failed else 0
    except JobError as error:
        code, said = error.code, str(error)
    except Exception as error:
        code, said = 70, f"error: {cause(error)}"
    spark.stop()
    print(said, flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
