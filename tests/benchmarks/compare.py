#!/usr/bin/env python3
"""Measures omlint beside ripgrep and ast-grep and prints a table with the budgets. Called by compare.sh.

The programs take turns within each round, so that a change in the machine's load meets all of them.
Times are those of whole processes, from the start to the exit, with the output thrown away.
Memory is the peak resident set as the kernel reports it for the process (`ru_maxrss`). The ratio of processor time (user and system) is
steadier than that of elapsed time where the machine is busy.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

NAMES = "generateSampleData|processPiiSensitive|confidence|openmetadata/ingestion"


class Run:
    """What one process took: seconds, seconds of processor time, peak memory in MiB, exit status."""

    def __init__(self, seconds, usage, status):
        self.seconds = seconds
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        self.exit = os.waitstatus_to_exitcode(status)


def run(command, directory):
    """Runs a command; posix_spawn and wait4 add the least of their own."""
    os.chdir(directory)
    nothing = os.open(os.devnull, os.O_RDWR)
    redirect = [(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in (0, 1, 2)]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=redirect)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    os.close(nothing)
    return Run(seconds, usage, status)


class Series:
    """The runs of one program on one corpus."""

    def __init__(self, runs):
        self.runs = runs
        self.median = statistics.median(r.seconds for r in runs) * 1000
        self.least = min(r.seconds for r in runs) * 1000
        self.cpu = statistics.median(r.cpu for r in runs) * 1000
        self.memory = max(r.memory for r in runs)


def interleave(commands, directory, rounds, fresh=None, allowed=(0, 1)):
    """Runs every command once a round, after a round that only warms up; with `fresh`, in a new copy of the directory each time."""
    runs = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            result = run(command, fresh(directory) if fresh else directory)
            if result.exit not in allowed:
                sys.exit(f"{' '.join(command)} in {directory}: exit status {result.exit}")
            if number > 0:
                runs[name].append(result)
    return {name: Series(series) for name, series in runs.items()}


class Report:
    """Collects rows and prints them as a Markdown table."""

    def __init__(self):
        self.rows = []

    def add(self, work, series, other="", other_series=None, budget="", value=None, limit=None):
        met = "" if limit is None else ("met" if value <= limit else f"missed by {value / limit:.2f}×")
        ratio = "" if other_series is None else f"{series.median / other_series.median:.2f}"
        cpu_ratio = "" if other_series is None else f"{series.cpu / max(other_series.cpu, 0.1):.2f}"
        row = (work, f"{series.median:.1f} ms", f"{series.least:.1f} ms", f"{series.cpu:.0f} ms", f"{series.memory:.0f} MB", other,
               "" if other_series is None else f"{other_series.median:.1f} ms", ratio, cpu_ratio, budget, met)
        self.rows.append(row)
        print("  " + " | ".join(filter(None, row)), flush=True)

    def write(self):
        head = ("work", "omlint", "least", "processor", "memory", "beside", "takes", "ratio", "of processor time", "budget", "")
        print("\n| " + " | ".join(head) + " |\n|" + "---|" * len(head))
        for row in self.rows:
            print("| " + " | ".join(row) + " |")


class Copies:
    """Copies of corpora for programs that write. None is deleted before the end: ext4 is slow to create files where many were just deleted."""

    def __init__(self, root):
        self.root, self.count = root, 0
        shutil.rmtree(root, ignore_errors=True)

    def __call__(self, corpus):
        self.count += 1
        target = f"{self.root}/{self.count}"
        shutil.copytree(corpus, target)
        os.sync()
        return target

    def delete(self):
        os.chdir("/")
        shutil.rmtree(self.root, ignore_errors=True)


def one_that_is_split(omlint, corpus, target):
    """A directory with the first workflow of a corpus that a safe fix divides in two, so that a file is changed and one created."""
    command = [omlint, "--target", "1.6.3", "--format", "json", "."]
    findings = json.loads(subprocess.run(command, cwd=corpus, capture_output=True, check=False).stdout)["findings"]
    path = next(finding["path"] for finding in findings if finding["fix"]["safety"] == "safe" and finding["fix"]["newFiles"])
    shutil.rmtree(target, ignore_errors=True)
    os.makedirs(target)
    shutil.copy(f"{corpus}/{path}", target)
    return target


def main():
    options = argparse.ArgumentParser()
    for name in ("corpus", "omlint", "managed", "ast-grep", "ast-grep-config", "only"):
        options.add_argument("--" + name, default="")
    options.add_argument("--rounds", type=int, default=15)
    options = options.parse_args()

    omlint, ast_grep = os.path.abspath(options.omlint), os.path.abspath(options.ast_grep)
    config = os.path.abspath(options.ast_grep_config)
    corpus = os.path.abspath(options.corpus)
    check = [omlint, "--target", "1.6.3", "."]
    fix = [omlint, "--fix", "--target", "1.6.3", "."]
    fix_all = [omlint, "--fix", "--unsafe-fixes", "--target", "1.6.3", "."]
    rg = [shutil.which("rg"), "-n", "-j2", NAMES, "."]
    scan = [ast_grep, "scan", "-j", "2", "-c", config, "."]
    rewrite = [ast_grep, "scan", "-j", "2", "-c", config, "--update-all", "."]
    copies = Copies(f"{corpus}/work")
    wanted = set(filter(None, options.only.split(","))) or {"start", "single", "w1k", "w10k", "mono", "hostile"}
    few = max(3, options.rounds // 3)
    report = Report()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {options.rounds} rounds ({few} where a round takes seconds)", flush=True)

    if "start" in wanted:
        s = interleave({"omlint": [omlint, "--version"], "true": [shutil.which("true")]}, corpus, options.rounds * 4)
        report.add("`--version`", s["omlint"], "`true`", s["true"], "5 ms", s["omlint"].median, 5)

    if "single" in wanted:
        single = f"{corpus}/single"
        s = interleave({"omlint": check, "rg": rg, "ast-grep": scan}, single, options.rounds * 4)
        report.add("`single`", s["omlint"], "`rg -n`", s["rg"], "8 ms", s["omlint"].median, 8)
        report.add("`single`", s["omlint"], "ast-grep", s["ast-grep"])
        split = one_that_is_split(omlint, f"{corpus}/w1k", f"{corpus}/split")
        s = interleave({"omlint": fix, "ast-grep": rewrite}, split, options.rounds * 2, copies)
        report.add("one file split by `--fix`", s["omlint"], "ast-grep `--update-all`", s["ast-grep"], "12 ms", s["omlint"].median, 12)
        if options.managed:
            managed = [os.path.abspath(options.managed)] + check[1:]
            s = interleave({"managed": managed, "omlint": check}, single, options.rounds)
            report.add("`single`, framework-dependent", s["managed"], "native", s["omlint"], "70 ms", s["managed"].median, 70)

    for name in ("w1k", "w10k"):
        if name not in wanted:
            continue
        rounds = options.rounds if name == "w1k" else few
        s = interleave({"omlint": check, "rg": rg, "ast-grep": scan}, f"{corpus}/{name}", rounds)
        ratio = s["omlint"].median / s["ast-grep"].median
        report.add(f"`{name}`", s["omlint"], "ast-grep", s["ast-grep"], "0.6 × ast-grep", ratio, 0.6)
        report.add(f"`{name}`, memory", s["omlint"], "`rg -n`", s["rg"], "64 MB", s["omlint"].memory, 64)
        s = interleave({"omlint": fix, "unsafe": fix_all, "ast-grep": rewrite}, f"{corpus}/{name}", rounds, copies)
        for run_name, flags in (("omlint", "--fix"), ("unsafe", "--fix --unsafe-fixes")):
            ratio = s[run_name].median / s["ast-grep"].median
            report.add(f"`{name} {flags}`", s[run_name], "ast-grep `--update-all`", s["ast-grep"], "1 × ast-grep", ratio, 1)

    if "mono" in wanted:
        s = interleave({"omlint": check, "rg": rg}, f"{corpus}/mono", options.rounds)
        ratio = s["omlint"].median / s["rg"].median
        report.add("`mono`", s["omlint"], "`rg -n`", s["rg"], "2 × rg", ratio, 2)
        report.add("`mono`, memory", s["omlint"], budget="64 MB", value=s["omlint"].memory, limit=64)

    if "hostile" in wanted and os.path.isdir(f"{corpus}/hostile"):
        slowest = {}
        for path in sorted(os.listdir(f"{corpus}/hostile")):
            command = [omlint, "--target", "1.6.3", path]
            slowest[path] = interleave({"omlint": command}, f"{corpus}/hostile", 3)["omlint"]
        path = max(slowest, key=lambda p: slowest[p].median)
        report.add(f"slowest of `hostile`: `{path}`", slowest[path], budget="1 s", value=slowest[path].median, limit=1000)

    copies.delete()
    report.write()


if __name__ == "__main__":
    main()
