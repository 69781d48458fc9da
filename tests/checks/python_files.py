#!/usr/bin/env python3
"""Fixes Python files and notebooks with the native binary:   python_files.py OMLINT [SHARED]

The files of `python/before` come out as those of `python/after`, byte for byte, with LF and with CRLF. All that comes out compiles, and the
workflows that the code makes, when it is run, have lost the properties that moved and nothing else. So do the Python files of SHARED/corpus,
where there are any.
"""
import json
import os
import pathlib
import py_compile
import shutil
import subprocess
import sys
import tempfile
import types
import unittest.mock

from checklist import Checklist

try:
    import yaml
except ImportError:
    yaml = None

TARGET = "1.6.3"
REMOVED = ("generateSampleData", "processPiiSensitive", "confidence", "sampleDataCount")
HERE = pathlib.Path(__file__).resolve().parent / "python"

VARIANTS = {
    "LF": lambda data: data,
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "CRLF and no final newline": lambda data: data.rstrip(b"\n").replace(b"\n", b"\r\n"),
}


def fix(omlint, folder):
    return subprocess.run([omlint, "--target", TARGET, "--fix", "--unsafe-fixes", "--fail-on", "never", "."],
                          cwd=folder, capture_output=True, text=True, check=False)


def problems_of(path):
    """Why a file is broken."""
    try:
        if path.suffix == ".ipynb":
            notebook = json.loads(path.read_bytes())
            for cell in notebook["cells"]:
                source = "".join(cell["source"])
                if cell["cell_type"] == "code":
                    compile("\n".join(line for line in source.split("\n") if not line.startswith(("%", "!"))), str(path), "exec")
        else:
            with tempfile.TemporaryDirectory() as scratch:
                py_compile.compile(str(path), cfile=os.path.join(scratch, "x.pyc"), doraise=True)
    except (py_compile.PyCompileError, SyntaxError, ValueError, KeyError, TypeError) as problem:
        return [f"{path}: {problem}"]
    return []


def workflows_of(path):
    """The values of CONFIG and OTHER when the code is run, what it imports replaced."""
    stand_ins = {}
    for name in ("airflow", "airflow.operators", "airflow.operators.python", "airflow.operators.python_operator", "setuptools",
                 "airflow.providers.cncf.kubernetes.operators.pod", "metadata.profiler.api.workflow", "metadata.ingestion.api.workflow",
                 "metadata.workflow.profiler", "metadata.workflow.metadata", "metadata.workflow.usage"):
        stand_ins[name] = unittest.mock.MagicMock(spec_set=None)
    with unittest.mock.patch.dict(sys.modules, stand_ins):
        module = types.ModuleType("fixture")
        exec(compile(path.read_bytes(), str(path), "exec"), module.__dict__)
    found = {}
    for name in ("CONFIG", "OTHER"):
        value = getattr(module, name, None)
        if value is not None:
            found[name] = yaml.safe_load(value) if isinstance(value, str) else value
    return found


def without_moved(workflow):
    """The workflow as the fix should leave it."""
    copy = json.loads(json.dumps(workflow))
    config = copy["source"]["sourceConfig"]["config"]
    for name in REMOVED if config["type"] == "Profiler" else ():
        config.pop(name, None)
    return copy


def check_fixtures(omlint, checklist, name, variant):
    with tempfile.TemporaryDirectory(prefix="omlint-python-") as scratch:
        folder = pathlib.Path(scratch)
        before = {}
        for path in sorted((HERE / "before").iterdir()):
            (folder / path.name).write_bytes(variant(path.read_bytes()))
            if path.suffix == ".py" and yaml:
                before[path.name] = workflows_of(folder / path.name)
        result = fix(omlint, folder)
        differences, broken, meaning = [], [], []
        for path in sorted((HERE / "after").iterdir()):
            after = folder / path.name
            if after.read_bytes() != variant(path.read_bytes()):
                differences.append(f"{path.name} is not as expected")
            broken += problems_of(after)
            if path.suffix == ".py" and yaml:
                for key, now in workflows_of(after).items():
                    # What two places share is left to a person.
                    expected = before[path.name][key] if path.name == "shared_variable.py" else without_moved(before[path.name][key])
                    if now != expected:
                        meaning.append(f"{path.name}: {key} is {now} instead of {expected}")
        created = {path.name for path in folder.iterdir()} - {path.name for path in (HERE / "after").iterdir()}
        differences += [f"{name} was created" for name in sorted(created)]
        checklist.report(f"{name}: fixed byte for byte", differences + ([result.stderr] if result.returncode not in (0, 1) else []))
        checklist.report(f"{name}: compiles, and notebooks are JSON", broken)
        if yaml:
            checklist.report(f"{name}: run, the code makes the same workflows without what moved", meaning)
        else:
            checklist.skip(f"{name}: run, the code makes the same workflows", "there is no PyYAML")


def check_corpus(omlint, checklist, corpus):
    paths = [path for path in sorted(corpus.rglob("*")) if path.suffix in (".py", ".ipynb") and path.is_file()] if corpus.is_dir() else []
    if not paths:
        checklist.skip("corpus: fixed files compile", "there are no Python files")
        return
    with tempfile.TemporaryDirectory(prefix="omlint-python-") as scratch:
        folder = pathlib.Path(scratch)
        whole = []
        for path in paths:
            copy = folder / path.relative_to(corpus)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            if not problems_of(copy):
                whole.append(copy)
        result = fix(omlint, folder)
        faults = [line for line in (result.stdout + result.stderr).splitlines() if "OM0001" in line or "OM0002" in line or "OM0011" in line]
        checklist.report("corpus: fixed files compile", [problem for path in whole for problem in problems_of(path)] + faults)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    omlint = os.path.abspath(sys.argv[1])
    checklist = Checklist("Python files")
    for name, variant in VARIANTS.items():
        check_fixtures(omlint, checklist, name, variant)
    if len(sys.argv) == 3:
        check_corpus(omlint, checklist, pathlib.Path(sys.argv[2]) / "corpus")
    checklist.exit()


if __name__ == "__main__":
    main()
