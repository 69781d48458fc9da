#!/usr/bin/env python3
"""Measures a hook's call on ten files, beside a process that does nothing:   hook_speed.py OMLINT [COMMAND]...

The budget is 30 ms for the native binary. It is reported, not asserted: a busy machine is no fault. Further commands (`dotnet omlint.dll`) are
measured in turn with the first, so that their ratio holds on any machine.
"""
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

from checklist import Checklist

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples" / "ingestion"
BUDGET = 30
RUNS = 40


def milliseconds(command, directory):
    start = time.perf_counter()
    result = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return (time.perf_counter() - start) * 1000, result


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    checklist = Checklist("hook")
    tools = [[os.path.abspath(sys.argv[1])], *map(shlex.split, sys.argv[2:])]
    with tempfile.TemporaryDirectory(prefix="omlint-hook-") as scratch:
        root = pathlib.Path(scratch)
        subprocess.run(["git", "init", "-q", root], check=True)
        (root / ".editorconfig").write_text("root = true\n[*.{yaml,yml,json}]\nomlint_target_version = 1.6.3\nomlint_from_version = 1.5.0\n")
        (root / "ingestion").mkdir()
        names = []
        for i in range(10):
            sample = sorted(SAMPLES.iterdir())[i % 5]
            names.append(f"ingestion/{i}_{sample.name}")
            (root / names[-1]).write_bytes(sample.read_bytes().replace(b"shop", b"shop%d" % i))

        nothing, times, wrong = [], [[] for _ in tools], []
        for i in range(RUNS):
            nothing.append(milliseconds(["true"], root)[0])
            for tool, own in zip(tools, times):
                taken, result = milliseconds([*tool, *names], root)
                own.append(taken)
                if result.returncode != 1:
                    wrong.append(f"{tool}: exit status {result.returncode}: {result.stderr.decode()[-300:]}")
        for tool, own in zip(tools, times):
            middle = statistics.median(own)
            verdict = f", {'within' if middle < BUDGET else 'over'} the {BUDGET} ms" if tool is tools[0] else ""
            checklist.report(
                f"ten files with {os.path.basename(tool[-1])}", wrong,
                f"{middle:.1f} ms, at best {min(own):.1f}{verdict}; {middle / statistics.median(nothing):.1f} times a process that does nothing")
    checklist.exit()


if __name__ == "__main__":
    main()
