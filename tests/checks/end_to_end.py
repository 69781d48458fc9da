#!/usr/bin/env python3
"""Takes the native binary through the main job in a repository of its own:   end_to_end.py OMLINT"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from checklist import Checklist

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"


class Repository:
    """A copy of the samples under git."""

    def __init__(self, omlint, root, name):
        self.omlint = omlint
        self.path = root / name
        shutil.copytree(SAMPLES, self.path)
        self.git("init", "-q")
        self.git("add", "-A")

    def git(self, *arguments):
        return subprocess.run(["git", "-C", self.path, *arguments], check=True, capture_output=True, text=True).stdout

    def run(self, *arguments, stdin=None):
        return subprocess.run([self.omlint, *arguments], cwd=self.path, input=stdin, capture_output=True, text=True, check=False)

    def files(self):
        return {str(path.relative_to(self.path)): path.read_bytes() for path in self.path.rglob("*") if path.is_file() and ".git" not in path.parts}


def expect(condition, message):
    return [] if condition else [message]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    omlint = os.path.abspath(sys.argv[1])
    checklist = Checklist("end to end")
    with tempfile.TemporaryDirectory(prefix="omlint-end-to-end-") as scratch:
        root = pathlib.Path(scratch)

        check = Repository(omlint, root, "check")
        result = check.run("--target", "1.6.3")
        checklist.report("findings, exit status 1, nothing written", expect(
            result.returncode == 1 and "error[OM1001]" in result.stdout and not check.git("status", "--short", "-uall").replace("A ", "").strip().count("??"),
            result.stdout + result.stderr))

        fixed = Repository(omlint, root, "fixed")
        result = fixed.run("--target", "1.6.3", "--fix", "--unsafe-fixes")
        created = "ingestion/shop_mysql_auto_classification.yaml"
        checklist.report("--fix --unsafe-fixes mends everything and creates the new workflow", expect(
            result.returncode == 0 and created in fixed.files(), result.stdout + result.stderr))
        checklist.report("the person's part is said once", expect(result.stderr.count(f"metadata classify -c {created}") == 1, result.stderr))
        before = fixed.files()
        again = fixed.run("--target", "1.6.3", "--fix", "--exit-non-zero-on-fix")
        checklist.report("fixing again changes nothing", expect(again.returncode == 0 and fixed.files() == before, again.stdout + again.stderr))

        patched = Repository(omlint, root, "patched")
        patch = patched.run("--target", "1.6.3", "--diff", "--unsafe-fixes").stdout
        applied = subprocess.run(["git", "-C", patched.path, "apply"], input=patch, capture_output=True, text=True, check=False)
        checklist.report("git apply takes --diff, with the same result", expect(
            applied.returncode == 0 and patched.files() == before, applied.stderr or "the files differ"))

        workflow = (SAMPLES / "ingestion" / "warehouse_postgres_profiler.json").read_text()
        piped = check.run("-", "--stdin-filename", "a.json", "--target", "1.6.3", "--fix", stdin=workflow)
        checklist.report("standard input is fixed to standard output", expect(
            "generateSampleData" not in piped.stdout and '"Profiler"' in piped.stdout, piped.stdout + piped.stderr))

        closed = subprocess.run(f'"{omlint}" --target 1.6.3 --format json | head -c 1', shell=True, cwd=check.path, capture_output=True, text=True, check=False)
        checklist.report("a reader that goes away is no crash", expect("   at " not in closed.stderr and "Unhandled" not in closed.stderr, closed.stderr))
    checklist.exit()


if __name__ == "__main__":
    main()
