"""What the drivers of the peers share: where things are, Korean numbers and particles, and how a run is timed."""
import json
import multiprocessing
import resource
import sys
import time
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PEERS = Path(__file__).resolve().parent
FIXTURES = PEERS.parent / "Fixtures"
ROOT = PEERS.parent.parent
FONTS = ROOT / "Fonts"
# What `Scripts/set-up-peers` makes of the faces for ReportLab, in the environment that this runs in.
TRUETYPE = Path(sys.prefix) / "fonts"
FACES = {"regular": "BriefSansKR-Regular", "medium": "BriefSansKR-Medium", "bold": "BriefSansKR-Bold"}

INK, SECONDARY, HAIRLINE = "#17212B", "#55616E", "#D5DBE1"
TINT, ACCENT, WARNING = "#E8EFF6", "#0B4F8A", "#A23B4E"
PALETTE = ["#0B4F8A", "#3A9D8F", "#E0A030", "#A23B4E", "#B0CDEB", "#9381EB", "#8A7420", "#DCCAA8"]


def read(path):
    return Path(path).read_text(encoding="utf-8")


def load(path):
    return json.loads(read(path))


def records(path):
    """The objects of a file of NDJSON."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def rounded(number, digits=0):
    """With commas and rounded half away from zero, as reports are written: `1,234.5`."""
    step = Decimal(1).scaleb(-digits)
    return f"{Decimal(str(number)).quantize(step, ROUND_HALF_UP):,}"


def hundred_millions(number, digits=0):
    """`2,747억`"""
    return rounded(number / 1e8, digits) + "억"


def axis_label(number):
    """The same with a decimal place where it's small and has one: `15.3억`, `11억`."""
    return hundred_millions(number, 1 if number < 1e10 and number % 1e8 >= 5e6 else 0).replace(".0억", "억")


def percent(number, digits=1, sign=""):
    step = Decimal(1).scaleb(-digits)
    return f"{(Decimal(str(number)) * 100).quantize(step, ROUND_HALF_UP):{sign}}%"


def cells(rows):
    """The table of 20,000 rows as texts."""
    return [
        [str(row["id"]), row["name"], row["region"], f"{row['sales']:,.1f}", f"{row['growth']:+.1%}"] for row in rows
    ]


def particle(word, closed, open):
    """The word with the particle that fits its last syllable: `서울은`, `경기는`."""
    last = (ord(word[-1]) - 0xAC00) % 28
    # ㄹ is as good as a vowel before 로.
    return word + (open if last == 0 or (open == "로" and last == 8) else closed)


def korean_date(text):
    year, month, day = (int(part) for part in text.split("-"))
    return f"{year}년 {month}월 {day}일"


def timed(body):
    """Milliseconds of CPU time, of all the process's threads, and of wall time; and what came of it."""
    cpu, wall = time.process_time(), time.perf_counter()
    value = body()
    times = {
        "cpu": (time.process_time() - cpu) * 1e3,
        "wall": (time.perf_counter() - wall) * 1e3,
    }
    return times, value


def warm(count, body):
    """`count` runs in this process, after one that isn't counted."""
    body()
    return [timed(body)[0] for _ in range(count)]


def picture_rounds(count, result, folder, names, draw):
    """Each picture once for the folder, without being counted, then `count` rounds of all, each call timed."""
    for name in names:
        picture = draw(name)
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            write(Path(folder) / f"{name}.png", picture)
    rounds = [{name: timed(lambda: draw(name))[0] for name in names} for _ in range(count)]
    charts = [{"name": name, "png": median_run([one[name] for one in rounds])} for name in names]
    write_result(result, charts=charts)


def median_run(runs):
    return {key: sorted(run[key] for run in runs)[len(runs) // 2] for key in runs[0]}


def write_result(path, **result):
    """What was measured, with the most memory that was resident at once, here or in a worker."""
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    result["peakMegabytes"] = max(peaks) / 1024
    Path(path).write_text(json.dumps(result), encoding="utf-8")


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def make_charts(kind, folder, names, height):
    """What draws the charts of a report as SVG: `fresh` or `ready` by vl-convert, or by hand with `matplotlib`."""
    if kind == "matplotlib":
        from matplotlib_reports import Charts

        return Charts(height)
    from charts import Charts

    return Charts(folder, names, kind == "ready")


def run_brief(prepare, words, usage):
    """The command line that the drivers of the six-page brief have in common.

    `prepare(kind)` is called once a process and gives the function that makes a brief of its data; the kind says what
    draws its charts, and whether that is done beforehand, which no figure holds then.
    """
    path = FIXTURES / "brief" / "data.json"
    match words:
        case ["once", *kind, output] if len(kind) < 2:
            write(output, prepare(kind[0] if kind else "fresh")(load(path)))
        case ["warm", kind, count, output, result]:
            render = prepare(kind)
            runs = warm(int(count), lambda: write(output, render(load(path))))
            write_result(result, runs=runs)
        case _:
            raise SystemExit(usage)


def run_briefs(worker, words, usage):
    """The command line that the drivers of a thousand small briefs have in common.

    `worker(kind, folder)` is called once a process and gives the function that writes the brief of a record. Each process
    takes every so many-th record; the figure holds the start of the processes.
    """
    match words:
        case ["batch", kind, path, folder, jobs, result]:
            folder, jobs = Path(folder), int(jobs)
            folder.mkdir(parents=True, exist_ok=True)
            everything = records(path)
            start = time.perf_counter()
            # Forked before any library has threads.
            context = multiprocessing.get_context("fork")
            times = context.Queue()

            def work(index):
                render = worker(kind, folder)
                for record in everything[index::jobs]:
                    render(record)
                times.put(time.process_time() * 1e3)

            processes = [context.Process(target=work, args=(index,)) for index in range(jobs)]
            for process in processes:
                process.start()
            for process in processes:
                process.join()
            wall = time.perf_counter() - start
            if any(process.exitcode for process in processes):
                raise SystemExit("a worker failed")
            write_result(
                result, briefs=len(everything), jobs=jobs, wall=wall * 1e3, cpu=sum(times.get() for _ in processes),
                perMinute=len(everything) / wall * 60,
            )
        case _:
            raise SystemExit(usage)
