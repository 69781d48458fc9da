#!/usr/bin/env python3
"""Interrupts `omlint --fix` at every step with which it changes files, and from outside at many moments:   interrupt.py OMLINT

Whatever the moment: each file is as it was or wholly fixed, a workflow is never without the one that was split from it, and a second run comes
to what an uninterrupted one would have come to.
"""
import ctypes
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from checklist import Checklist

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples" / "ingestion"
OPTIONS = ["--target", "1.6.3", "--from", "1.5.0", "--fix", "--fail-on", "never"]
LEFTOVER = re.compile(r"\.omlint-[0-9a-f]{16}\.tmp")
DELAYS = 40


class Interruption:
    """The files before and after an uninterrupted run, and what may lie between them."""

    def __init__(self, omlint, scratch):
        self.omlint, self.scratch, self.number = omlint, scratch, 0
        self.before = {}
        profiler = (SAMPLES / "shop_mysql_profiler.yaml").read_bytes()
        for name in ("shop", "stock", "crm"):
            self.before[f"{name}_profiler.yaml"] = profiler.replace(b"shop", name.encode())
        self.before["warehouse_profiler.json"] = (SAMPLES / "warehouse_postgres_profiler.json").read_bytes()
        self.after = self.files(self.finish(self.project()))
        self.created = {path: path.replace("_auto_classification", "_profiler") for path in self.after if path not in self.before}
        self.changed = [path for path in self.before if self.after[path] != self.before[path]]
        # A file beside the others that a killed run has nothing to do with.
        assert len(self.created) == 3 and len(self.changed) == 4, self.after.keys()

    def project(self):
        """A directory with the files as they were."""
        self.number += 1
        directory = self.scratch / str(self.number)
        directory.mkdir()
        for path, content in self.before.items():
            (directory / path).write_bytes(content)
        return directory

    @staticmethod
    def files(directory):
        return {path.name: path.read_bytes() for path in directory.iterdir()}

    def start(self, directory, *options, **variables):
        return subprocess.Popen([self.omlint, *OPTIONS, *options], cwd=directory, env={**os.environ, **variables}, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def finish(self, directory):
        process = self.start(directory)
        _, errors = process.communicate()
        assert process.returncode == 0, errors
        return directory

    def judge(self, directory, is_killed):
        """What is wrong with the files after an interruption, and after a second run."""
        wrong = []
        files = self.files(directory)
        for path, content in files.items():
            if LEFTOVER.fullmatch(path):
                if not is_killed:
                    wrong.append(f"{path} is left")
            elif content not in (self.before.get(path), self.after.get(path)):
                wrong.append(f"{path} is neither as it was nor fixed: {content[:200]!r}")
        wrong += [f"{path} is gone" for path in self.before if path not in files]
        for created, origin in self.created.items():
            is_fixed = files.get(origin) == self.after[origin]
            if is_fixed and created not in files:
                wrong.append(f"{origin} is fixed and {created} is not there")
            if not is_killed and created in files and not is_fixed:
                wrong.append(f"{created} is there and {origin} is not fixed")

        again = {path: content for path, content in self.files(self.finish(directory)).items() if not LEFTOVER.fullmatch(path)}
        for path in sorted(again.keys() | self.after.keys()):
            if again.get(path) != self.after.get(path):
                wrong.append(f"after a second run {path} is not what it would have been: {again.get(path)!r}")
        return wrong


def every_step(checklist, files, library):
    log = files.scratch / "steps"
    process = files.start(files.project(), "--jobs", "1", LD_PRELOAD=str(library), STEP_LOG=str(log))
    process.communicate()
    steps = log.read_text().split()
    for name in ("rename", "link", "unlink", "fsync"):
        assert name in steps, f"no {name} among {steps}: the library is not in the way"
    checklist.report("the steps of a run are seen", [] if process.returncode == 0 else [process.returncode], f"{len(steps)} steps")

    for action, what in (
            ("kill", "killed before any step"), ("kill-after", "killed behind any step"), ("fail", "a full disk at any step"),
            ("half", "a full disk in the midst of any write"), ("interrupt", "Ctrl-C at any step")):
        wrong, codes = [], {}
        for number in range(1, len(steps) + 1):
            if action == "half" and not steps[number - 1].startswith("pwrite"):
                continue
            directory = files.project()
            process = files.start(directory, "--jobs", "1", LD_PRELOAD=str(library), STEP=str(number), STEP_ACTION=action)
            _, errors = process.communicate()
            codes[process.returncode] = codes.get(process.returncode, 0) + 1
            where = f"step {number}, {steps[number - 1]}: "
            if action.startswith("kill") and process.returncode != -signal.SIGKILL:
                wrong.append(f"{where}it was not killed: {errors}")
            # A link that fails is made by copying, a directory that cannot be flushed is in place, and removing is no writing.
            is_written = steps[number - 1].startswith(("link", "unlink")) or (steps[number - 1] == "fsync" and steps[number - 2] in ("rename", "link"))
            if action in ("fail", "half") and process.returncode != (0 if is_written else 2):
                wrong.append(f"{where}exit status {process.returncode}, and not everything was written: {errors}")
            if process.returncode == 2 and not errors.strip():
                wrong.append(f"{where}nothing was said")
            if process.returncode not in (0, 2, -signal.SIGKILL):
                wrong.append(f"{where}exit status {process.returncode}: {errors}")
            wrong += [where + problem for problem in files.judge(directory, is_killed=action.startswith("kill"))]
        checklist.report(f"{what}: each file as it was or fixed, no set half done, a second run does the rest", wrong, f"exit statuses {codes}")


def many_moments(checklist, files):
    started = time.perf_counter()
    files.finish(files.project())
    duration = time.perf_counter() - started
    for number, name in ((signal.SIGKILL, "kill -9"), (signal.SIGINT, "Ctrl-C")):
        wrong, interrupted = [], 0
        for i in range(DELAYS):
            directory = files.project()
            process = files.start(directory, "--jobs", "4")
            time.sleep(duration * i / DELAYS)
            process.send_signal(number)
            process.communicate()
            interrupted += process.returncode != 0
            wrong += files.judge(directory, is_killed=number == signal.SIGKILL or process.returncode == -number)
        checklist.report(f"{name} from outside at {DELAYS} moments", wrong, f"{interrupted} before the end")


def leftovers(checklist, files, library):
    directory = files.project()
    process = files.start(directory, "--jobs", "1", LD_PRELOAD=str(library), STEP="5", STEP_ACTION="kill")
    process.communicate()
    left = [path for path in directory.iterdir() if LEFTOVER.fullmatch(path.name)]
    wrong = [] if left else ["the killed run has left nothing"]
    files.finish(directory)
    wrong += [f"{path} is gone while somebody could be at work on it" for path in left if not path.exists()]
    hour_ago = time.time() - 3600
    for path in left:
        os.utime(path, (hour_ago, hour_ago))
    (directory / "shop_profiler.yaml").write_bytes(files.before["shop_profiler.yaml"])
    files.finish(directory)
    wrong += [f"{path} is still there" for path in left if path.exists()]
    checklist.report("what a killed run leaves goes with a later one", wrong, f"{len(left)} files")


def full_disk(checklist, files):
    name = "a disk that is really full"
    mounted = files.scratch / "disk"
    mounted.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", os.fsencode(mounted), b"tmpfs", 0, b"size=64k") != 0:
        checklist.skip(name, f"no file system can be mounted: {os.strerror(ctypes.get_errno())}")
        return
    try:
        wrong, failed = [], 0
        for free in range(0, 40 * 1024, 4096):
            directory = mounted / "project"
            directory.mkdir()
            for path, content in files.before.items():
                (directory / path).write_bytes(content)
            (mounted / "filler").write_bytes(b"x" * max(0, os.statvfs(mounted).f_bavail * 4096 - free))
            process = files.start(directory, "--jobs", "1")
            process.communicate()
            failed += process.returncode == 2
            (mounted / "filler").unlink()
            wrong += [f"{free} bytes free: {problem}" for problem in files.judge(directory, is_killed=False)]
            shutil.rmtree(directory)
        if failed == 0:
            wrong.append("it was never full")
        checklist.report(name, wrong, f"{failed} runs failed")
    finally:
        libc.umount2(os.fsencode(mounted), 2)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    omlint = os.path.abspath(sys.argv[1])
    checklist = Checklist("interruption")
    with tempfile.TemporaryDirectory(prefix="omlint-interrupt-") as scratch:
        files = Interruption(omlint, pathlib.Path(scratch))
        library = pathlib.Path(scratch) / "interrupt.so"
        subprocess.run(["gcc", "-O1", "-fPIC", "-shared", "-o", library, HERE / "interrupt.c", "-ldl"], check=True)
        every_step(checklist, files, library)
        leftovers(checklist, files, library)
        many_moments(checklist, files)
        full_disk(checklist, files)
    checklist.exit()


if __name__ == "__main__":
    main()
