#!/usr/bin/env python3
"""Runs the native binary over hostile files and bad input:   hostile.py OMLINT [SHARED]

SHARED/bench/gen_corpus.py, when there, adds its hostile files to those made here. Each is checked and fixed alone: as it is, and as part of
a file with a Profiler workflow, because omlint does not parse what cannot matter.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from checklist import Checklist

SECONDS = 15    # the budget is 1 s and is reported; this bound only ends what does not end, on however busy a machine
MEGABYTES = 512
WORKFLOW = b"""source:
  type: mysql
  serviceName: mysql_prod
  sourceConfig:
    config:
      type: Profiler
      generateSampleData: true
sink: {type: metadata-rest, config: {}}
workflowConfig: {openMetadataServerConfig: {hostPort: x}}
"""


class Result:
    """How a process ended."""

    def __init__(self, status, seconds, megabytes, output, errors):
        self.exit, self.seconds, self.megabytes, self.output, self.errors = status, seconds, megabytes, output, errors

    def fault(self):
        """What no input may cause, or None."""
        if self.exit == -signal.SIGKILL:
            return f"killed after {self.seconds:.0f} s"
        if self.exit not in (0, 1, 2):
            return f"exit status {self.exit}: {self.errors[-300:]}"
        if re.search(r"Unhandled exception|Stack overflow|^ +at \S+\(", self.errors, re.MULTILINE):
            return f"stack trace: {self.errors[:300]}"
        if "OM0001" in self.output:
            return f"a rule failed: {self.output[:300]}"
        return None


def run(omlint, directory, *arguments, limit=60):
    """Runs omlint with its output in files, so that nothing but its own work is measured."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen([omlint, *arguments], cwd=directory, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        while (waited := os.wait4(process.pid, os.WNOHANG))[0] == 0:
            if time.perf_counter() - start > limit:
                process.kill()
            time.sleep(0.001)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(waited[1])
        output.seek(0)
        errors.seek(0)
        return Result(process.returncode, seconds, waited[2].ru_maxrss / 1024,
                      output.read().decode(errors="replace"), errors.read().decode(errors="replace"))


def alias_bomb():
    levels = "".join(f"a{level}: &a{level} [" + ",".join([f"*a{level - 1}"] * 9) + "]\n" for level in range(1, 10))
    return f"a0: &a0 [lol, lol]\n{levels}".encode()


def merge_bomb():
    levels = "".join(f"a{level}: &a{level} {{<<: [*a{level - 1}, *a{level - 1}], k{level}: *a{level - 1}}}\n" for level in range(1, 40))
    return b"a0: &a0 {k: v}\n" + levels.encode() + WORKFLOW.replace(b"type: Profiler", b"type: Profiler\n      <<: *a39")


def hostile_files(shared, scratch):
    """Contents by name."""
    files = {
        "nested_flow_10000": b"x: " + b"[" * 10_000 + b"]" * 10_000 + b"\n",
        "nested_flow_unclosed": b"x: " + b"[{" * 10_000,
        "nested_block_sequence": b"- " * 10_000 + b"x\n",
        "nested_block_mapping": b"".join(b" " * level + b"a:\n" for level in range(2_000)),
        "alias_bomb": alias_bomb(),
        "alias_of_itself": b"x: &x [*x]\n",
        "long_line": b"x: " + b"word " * 200_000 + b"\n",
        "many_keys": b"".join(b"k%d: v\n" % number for number in range(200_000)),
        "many_comments": b"# a comment\n" * 400_000,
        "many_documents": b"---\na: 1\n" * 100_000,
        "many_anchors": b"x:\n" + b"".join(b"  - &n%d v\n" % number for number in range(100_000)),
        "blank_lines": b"a: 1\n" + b"\n" * 1_000_000 + b"b: 2\n",
    }
    generator = shared / "bench" / "gen_corpus.py"
    if generator.exists():
        subprocess.run([sys.executable, generator, "hostile"], env={**os.environ, "CORPUS": str(scratch)}, check=True)
        for path in sorted((scratch / "hostile").iterdir()):
            files.setdefault(path.stem, path.read_bytes())
        shutil.rmtree(scratch / "hostile")
    return files


def relevant(content):
    """The content as it is, and in files that omlint must parse."""
    if content.startswith(b"\xff\xfe"):
        return {"as it is": content, "in a workflow": b"\xff\xfe" + WORKFLOW.decode().encode("utf-16-le") + content[2:]}
    return {"as it is": content, "after a workflow": WORKFLOW + b"---\n" + content, "in a workflow": content.rstrip(b"\n") + b"\n" + WORKFLOW,
            "with the word": content.rstrip(b"\n") + b"\n# sourceConfig\n"}


def many_items(kind):
    """Workflows that are large themselves."""
    items = {
        "patterns": b"".join(b"          - table_%d\n" % number for number in range(100_000)),
        "duplicates": b"",
        "workflows": b"",
    }[kind]
    if kind == "patterns":
        return WORKFLOW.replace(b"sink:", b"      tableFilterPattern:\n        includes:\n" + items + b"sink:", 1)
    if kind == "duplicates":
        return WORKFLOW.replace(b"      generateSampleData: true\n", b"      generateSampleData: true\n" * 2_000)
    return b"---\n".join(WORKFLOW.replace(b"mysql_prod", b"mysql_%d" % number) for number in range(1_000))


def check_hostile(checklist, omlint, shared, root):
    slow, large, faults, seen = [], [], [], []
    files = {(name, variant): content for name, plain in hostile_files(shared, root).items() for variant, content in relevant(plain).items()}
    files |= {("merge_bomb", ""): merge_bomb()}
    files |= {(f"workflow_of_many_{kind}", ""): many_items(kind) for kind in ("patterns", "duplicates", "workflows")}
    for (name, variant), content in files.items():
        directory = root / "alone"
        (directory / ".git").mkdir(parents=True)
        (directory / "x.yaml").write_bytes(content)
        for flags in ((), ("--diff", "--unsafe-fixes")):
            result = run(omlint, directory, "--target", "1.6.3", *flags, "x.yaml")
            label = " ".join(filter(None, (name, variant, *flags)))
            seen.append((result.seconds, result.megabytes, label))
            if (fault := result.fault()):
                faults.append(f"{label}: {fault}")
            if result.seconds > SECONDS:
                slow.append(f"{label}: {result.seconds:.1f} s")
            if result.megabytes > MEGABYTES:
                large.append(f"{label}: {result.megabytes:.0f} MB")
        shutil.rmtree(directory)

    over = sum(seconds > 1 for seconds, _, _ in seen)
    checklist.report("no hostile file crashes omlint", faults, f"{len(files)} files, {len(seen)} runs")
    checklist.report(f"each hostile file takes less than {SECONDS} s", slow, f"{over} of {len(seen)} take more than the budget of 1 s")
    checklist.report(f"each hostile file takes less than {MEGABYTES} MB", large, f"at most {max(megabytes for _, megabytes, _ in seen):.0f} MB")
    print("  slowest:")
    for seconds, megabytes, label in sorted(seen, reverse=True)[:8]:
        print(f"    {seconds:6.2f} s {megabytes:5.0f} MB  {label}")
    print("  largest:")
    for seconds, megabytes, label in sorted(seen, key=lambda run: -run[1])[:4]:
        print(f"    {seconds:6.2f} s {megabytes:5.0f} MB  {label}")


def write(content):
    """A builder of `bad.yaml`."""
    return lambda directory: (directory / "bad.yaml").write_bytes(content)


def write_large(directory):
    with open(directory / "bad.yaml", "wb") as file:
        file.write(WORKFLOW)
        for _ in range(100):
            file.write(b"# sourceConfig\n" * (1024 * 1024 // 15 + 1))


def make_socket(directory):
    # A socket's path may be no longer than some hundred characters.
    os.chdir(directory)
    socket.socket(socket.AF_UNIX).bind("bad.yaml")
    os.chdir("/")


def make_loops(directory):
    (directory / "below").mkdir()
    (directory / "below" / "up").symlink_to("..")
    (directory / "itself").symlink_to("itself")
    (directory / "bad.yaml").symlink_to("bad.yaml")


def make_directory(directory):
    (directory / "bad.yaml").mkdir()
    (directory / "bad.yaml" / "inside.yaml").write_bytes(WORKFLOW)


def make_unreadable(directory):
    (directory / "bad.yaml").write_bytes(WORKFLOW)
    (directory / "bad.yaml").chmod(0)


# Name; builder; arguments; exit status; the only finding about bad.yaml, or the only failure, as a pattern over `id message`.
BAD_FILES = [
    ("invalid YAML", write(WORKFLOW + b"a: [\nb: 1\n"), ["."], 1, r"OM0003 .*`\[` is never closed"),
    ("an unknown alias", write(WORKFLOW + b"a: *nowhere\n"), ["."], 1, r"OM0003 .*no anchor"),
    ("a control character", write(WORKFLOW + b'a: "\x07"\n'), ["."], 1, r"OM0003 .*U\+0007"),
    ("a binary file", write(WORKFLOW + bytes(range(256))), ["."], 1, r"OM0003 .*not text"),
    ("Latin-1", write(WORKFLOW + "# café\n".encode("latin-1")), ["."], 1, r"OM0003 .*not valid UTF-8.* line 10, column 6"),
    ("UTF-16 without a byte order mark", write(WORKFLOW.decode().encode("utf-16-le")), ["."], 1, r"OM0003 .*not text"),
    ("UTF-32", write(WORKFLOW.decode().encode("utf-32")), ["."], 1, r"OM0003 .*not text"),
    ("100 MB", write_large, ["."], 1, r"OM0005 .*too large"),
    ("10,000 nested brackets", write(WORKFLOW + b"a: " + b"[" * 10_000 + b"]" * 10_000 + b"\n"), ["."], 1, r"OM0005 .*nested"),
    ("a template", write(b"source:\n  sourceConfig:\n    config:\n{% if x %}      type: Profiler\n{% endif %}\n"), ["."], 1, r"OM0004 .*template"),
    ("an alias bomb", write(WORKFLOW + alias_bomb()), ["--select", "OM1001", "."], 1, r"OM1001"),
    ("a merge bomb", write(merge_bomb()), ["--select", "OM1001", "."], 1, r"OM1001"),
    ("a pipe", lambda directory: os.mkfifo(directory / "bad.yaml"), ["."], 2, r"bad\.yaml.*no ordinary file"),
    ("a pipe, named", lambda directory: os.mkfifo(directory / "bad.yaml"), ["bad.yaml", "good.yaml"], 2, r"bad\.yaml.*no ordinary file"),
    ("a socket", make_socket, ["."], 2, r"bad\.yaml"),
    ("a dangling link, named", lambda directory: (directory / "bad.yaml").symlink_to("nowhere"), ["bad.yaml", "good.yaml"], 2, r"bad\.yaml.*link"),
    ("a dangling link", lambda directory: (directory / "bad.yaml").symlink_to("nowhere"), ["."], 1, None),
    ("loops of links", make_loops, ["."], 1, None),
    ("loops of links, named", make_loops, ["bad.yaml", "below", "good.yaml"], 2, r"bad\.yaml"),
    ("a directory called bad.yaml", make_directory, ["."], 1, None),
    ("a file that is not there", lambda directory: None, ["bad.yaml", "good.yaml"], 2, r"bad\.yaml.*does not exist"),
]
if os.geteuid() != 0:
    BAD_FILES.append(("a file that may not be read", make_unreadable, ["."], 2, r"bad\.yaml"))

# Arguments; the one line on standard error.
USAGE_ERRORS = [
    (["--target", "9.9"], r"`9\.9` is not known"),
    (["--target", "abc"], r"`abc` is not a release"),
    (["--target"], r"--target"),
    (["--from", "1.7", "--target", "1.6"], r"newer"),
    (["--frobnicate"], r"unknown option `--frobnicate`"),
    (["--format", "xml"], r"`xml`.*sarif"),
    (["--format", "json=/nonexistent/report.json"], r"/nonexistent/report\.json"),
    (["--select", "OM9999"], r"OM9999"),
    (["--fail-on", "sometimes"], r"`sometimes`"),
    (["--jobs", "0"], r"--jobs"),
    (["--unsafe-fixes"], r"--fix"),
    (["--color", "perhaps"], r"`perhaps`"),
    (["--rules", "/nonexistent"], r"/nonexistent"),
    (["explain", "OM9999"], r"OM9999"),
]


def check_bad_files(checklist, omlint, root):
    for name, build, arguments, expected_exit, expected in BAD_FILES:
        directory = root / "bad"
        (directory / ".git").mkdir(parents=True)
        (directory / "good.yaml").write_bytes(WORKFLOW)
        build(directory)
        result = run(omlint, directory, "--target", "1.6.3", "--fail-on", "note", "--ignore", "OM1006", "--format", "json", *arguments, limit=SECONDS)
        checklist.report(name, list(bad_file_failures(result, expected_exit, expected)))
        shutil.rmtree(directory)


def bad_file_failures(result, expected_exit, expected):
    if (fault := result.fault()):
        yield fault
        return
    if result.exit != expected_exit:
        yield f"exit status {result.exit} instead of {expected_exit}: {result.errors}"
    try:
        report = json.loads(result.output)
    except ValueError:
        yield f"no report: {result.errors}"
        return
    about = [f"{finding['id']} {finding['message']}" for finding in report["findings"] if finding["path"] == "bad.yaml"] + report["failures"]
    if len(about) != (expected is not None) or expected and not re.search(expected, about[0]):
        yield f"expected {expected}, said {about}"
    if not any(finding["id"] == "OM1001" and finding["path"] == "good.yaml" for finding in report["findings"]):
        yield "the other file was not checked"
    places = [(finding["id"], finding["path"], finding["start"]["offset"]) for finding in report["findings"]]
    if len(places) != len(set(places)):
        yield f"reported twice: {places}"


def check_usage(checklist, omlint, root):
    directory = root / "usage"
    directory.mkdir()
    (directory / "good.yaml").write_bytes(WORKFLOW)
    failures = []
    for arguments, expected in USAGE_ERRORS:
        result = run(omlint, directory, *arguments, limit=SECONDS)
        said = result.errors.strip()
        if result.fault() or result.exit != 2 or result.output or len(said.splitlines()) != 1 or not re.search(expected, said):
            failures.append(f"{' '.join(arguments)}: exit status {result.exit}, {said or result.output[:200]}")
    checklist.report("each wrong use is one line on standard error and exit status 2", failures, f"{len(USAGE_ERRORS)} command lines")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    omlint = os.path.abspath(sys.argv[1])
    shared = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else "nowhere").resolve()
    checklist = Checklist("hostile")
    with tempfile.TemporaryDirectory(prefix="omlint-hostile-") as scratch:
        root = pathlib.Path(scratch)
        check_bad_files(checklist, omlint, root)
        check_usage(checklist, omlint, root)
        check_hostile(checklist, omlint, shared, root)
    checklist.exit()


if __name__ == "__main__":
    main()
