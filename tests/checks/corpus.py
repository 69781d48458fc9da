#!/usr/bin/env python3
"""Runs the native binary over real ingestion workflows:   corpus.py OMLINT SHARED [--update]

SHARED holds `corpus` (files of public repositories) and `oracle` (`validate.py` and OpenMetadata's JSON schemas).
Each Profiler workflow is fixed for 1.6.3 in a repository of its own, in several spellings of its bytes; then all files together are.
--update accepts the counts of findings that were seen as the new `corpus-findings.verified.txt`.
"""
import collections
import difflib
import importlib.util
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile

from checklist import Checklist

try:
    import yaml
except ImportError:
    yaml = None

TARGET = "1.6.3"
REMOVED = ("generateSampleData", "processPiiSensitive", "confidence", "sampleDataCount")
FILTERS = ("databaseFilterPattern", "schemaFilterPattern", "tableFilterPattern", "useFqnForFiltering")
FAULTS = ("OM0001", "OM0002", "OM0011")
CONFIG = "source.sourceConfig.config"
# What fixes of any safety may change in a workflow's value.
CHANGEABLE = {f"{CONFIG}.{name}" for name in (*REMOVED, "type", "includeViews", "overrideViewLineage", "storeSampleData", "enableAutoClassification")}
BOM = b"\xef\xbb\xbf"
SNAPSHOT = pathlib.Path(__file__).with_name("corpus-findings.verified.txt")
PLACES = pathlib.Path(__file__).with_name("corpus-removed-properties.verified.txt")
NOT_ANALYSED = ("OM0003", "OM0004", "OM0005", "OM0013", "OM0014")

VARIANTS = {
    "as it is": lambda data: data,
    "LF": lambda data: data.replace(b"\r\n", b"\n"),
    "CRLF": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "BOM": lambda data: BOM + data.removeprefix(BOM),
    "no final newline": lambda data: data.rstrip(b"\r\n"),
}


def load_oracle(shared):
    """`validate.py` as a module, and its registry of 1.6.3, which takes seconds to build."""
    specification = importlib.util.spec_from_file_location("validate", shared / "oracle" / "validate.py")
    oracle = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(oracle)
    return oracle, oracle.load_registry(shared / "oracle" / "schemas" / TARGET)[0]


def load(path, data):
    """The documents of a file as OpenMetadata's loader reads them, dates left as text."""
    text = data.decode("utf-8-sig")
    if path.endswith(".json"):
        return [json.loads(text)]
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    return list(yaml.load_all(text, loader))


def can_load(path, data):
    try:
        return load(path, data)
    except (yaml.YAMLError, ValueError):
        return None


def pipeline(document):
    """`source.sourceConfig.config`, or an empty mapping."""
    for key in CONFIG.split("."):
        document = document.get(key) if isinstance(document, dict) else None
    return document if isinstance(document, dict) else {}


def is_profiler(document):
    return pipeline(document).get("type") == "Profiler"


def leaves(value, path=""):
    """Every scalar and every empty collection by its path."""
    if isinstance(value, dict) and value:
        for key, child in value.items():
            yield from leaves(child, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and value:
        for index, child in enumerate(value):
            yield from leaves(child, f"{path}[{index}]")
    else:
        yield path, value


def changed_paths(before, after):
    before, after = dict(leaves(before)), dict(leaves(after))
    missing = object()
    return {path for path in before.keys() | after.keys() if before.get(path, missing) != after.get(path, missing)}


def files_below(directory):
    """The bytes of every file by its relative path; Git's own left out."""
    return {str(path.relative_to(directory)): path.read_bytes()
            for path in sorted(pathlib.Path(directory).rglob("*")) if path.is_file() and ".git" not in path.relative_to(directory).parts}


def copy_tree(source, target):
    """A copy that may be written to."""
    shutil.copytree(source, target, copy_function=shutil.copyfile)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


class Repositories:
    """Makes temporary Git repositories and runs omlint and Git in them."""

    def __init__(self, omlint, root):
        self.omlint, self.root, self.count = omlint, root, 0

    def new(self, path=None, data=None):
        self.count += 1
        directory = self.root / str(self.count)
        directory.mkdir()
        self.git(directory, "init", "-q")
        if path:
            (directory / path).write_bytes(data)
            (directory / path).chmod(0o640)
        return directory

    def run(self, directory, *arguments):
        return subprocess.run([self.omlint, "--target", TARGET, *arguments], cwd=directory, stdin=subprocess.DEVNULL, capture_output=True)

    def git(self, directory, *arguments, data=b""):
        return subprocess.run(["git", "-c", "core.autocrlf=false", *arguments], cwd=directory, input=data, capture_output=True)


class SplitChecks:
    """What must hold for each Profiler file in each variant."""

    NAMES = {
        "exit": "omlint ends with 0 or 1 and without an error message",
        "recognised": "every Profiler workflow is recognised",
        "profiler": f"the {TARGET} schema reports for the fixed Profiler file what it did before, less the removed properties",
        "new file": f"the {TARGET} schema reports nothing else for the new AutoClassification file",
        "meaning": "the new file means what the Profiler file meant",
        "lines": "only lines of removed properties and their comments are gone, and nothing is added",
        "comments": "every comment is in the fixed file or in the new one",
        "bytes": "byte order mark, line ends and final newline stay",
        "mode": "the file mode stays",
        "again": "a second --fix changes nothing",
        "patch": "git apply takes --diff's output and writes what --fix writes",
        "dry": "--diff writes nothing",
    }

    def __init__(self, repositories, oracle, registry):
        self.repositories, self.oracle, self.registry = repositories, oracle, registry
        self.failures = {key: [] for key in self.NAMES}
        self.counts = collections.Counter()
        self.other_errors = {}
        self.known_errors = {}

    def schema_errors(self, path, data):
        if data not in self.known_errors:
            self.known_errors[data] = {
                (number, error["path"], error["message"])
                for number, document in enumerate(load(path, data)) for error in self.oracle.validate_doc(document, self.registry)}
        return self.known_errors[data]

    def check(self, where, variant, name, data):
        def fail(key, detail=""):
            self.failures[key].append(f"{where} ({variant})" + (f": {detail}" if detail else ""))

        repository = self.repositories.new(name, data)
        run = self.repositories.run(repository, "--fix", "--format", "json", name)
        self.counts["files"] += 1
        if run.returncode not in (0, 1) or b"error" in run.stderr:
            fail("exit", f"{run.returncode} {run.stderr.decode()}")
            return
        report = json.loads(run.stdout)
        after = files_below(repository)
        fixed, new = after.pop(name), after
        if report["summary"]["analyzed"] != 1 + len(new):
            fail("recognised", f"{report['summary']['analyzed']} files analysed")
        self.counts["fixed"] += fixed != data
        self.counts["new"] += len(new)
        self.check_schema(where, name, data, fixed, new, fail)
        if variant == "as it is":
            self.check_meaning(name, data, fixed, new, report, fail)
        self.check_text(name, data, fixed, new, fail)
        if stat.S_IMODE((repository / name).stat().st_mode) != 0o640:
            fail("mode")

        self.repositories.run(repository, "--fix", ".")
        if files_below(repository) != {name: fixed, **new}:
            fail("again")
        self.check_patch(name, data, {name: fixed, **new}, fail)

    def check_schema(self, where, name, data, fixed, new, fail):
        before = self.schema_errors(name, data)
        removed = {error for error in before if error[1] in {f"{CONFIG}.{key}" for key in REMOVED}}
        after = self.schema_errors(name, fixed)
        self.counts["errors before"] += len(before)
        self.counts["errors after"] += len(after)
        expected = before - removed if fixed != data else before
        if after != expected:
            fail("profiler", f"new {sorted(after - expected)}, lost {sorted(expected - after)}")
        if after:
            self.other_errors[where] = sorted(f"{path}: {message}" for _, path, message in after)
        for path, content in new.items():
            extra = self.schema_errors(path, content) - before
            if extra:
                fail("new file", f"{path}: {sorted(extra)}")

    @staticmethod
    def check_meaning(name, data, fixed, new, report, fail):
        old, kept = load(name, data)[0], load(name, fixed)[0]
        wanted = {f"{CONFIG}.{key}" for key in REMOVED if key in pipeline(old)} if fixed != data else set()
        if changed_paths(old, kept) != wanted:
            fail("meaning", f"{changed_paths(old, kept)} changed in the Profiler file instead of {wanted}")
        fixable = any(finding["id"] in ("OM1001", "OM1002", "OM1003", "OM1004") and finding["fix"]["safety"] == "safe"
                      for finding in report["findings"])
        if fixable:
            fail("meaning", "a finding with a safe fix is left")
        for path, content in new.items():
            created, config = load(path, content)[0], pipeline(old)
            switches = {
                "type": "AutoClassification",
                "storeSampleData": config.get("generateSampleData", True),
                "enableAutoClassification": config.get("processPiiSensitive", False),
                "confidence": config.get("confidence", 80),
                "sampleDataCount": config.get("sampleDataCount", 50),
                "includeViews": config.get("includeViews", True),
            }
            copied = {key: config[key] for key in FILTERS if key in config}
            if pipeline(created) != switches | copied:
                fail("meaning", f"{path}: config is {pipeline(created)}")
            for key in ("sink", "workflowConfig"):
                if created.get(key) != old.get(key):
                    fail("meaning", f"{path}: {key} differs")
            for key in ("type", "serviceName", "serviceConnection"):
                if created["source"].get(key) != old["source"].get(key):
                    fail("meaning", f"{path}: source.{key} differs")

    @staticmethod
    def check_text(name, data, fixed, new, fail):
        before, after = data.decode("utf-8-sig").splitlines(), fixed.decode("utf-8-sig").splitlines()
        operations = [line for line in difflib.ndiff(before, after, charjunk=None) if line[:2] in ("- ", "+ ")]
        property_line = re.compile(rf"\s*['\"]?({'|'.join(REMOVED)})['\"]?\s*:")
        for line in operations:
            if line.startswith("+ ") or not (property_line.match(line[2:]) or line[2:].lstrip().startswith("#")):
                fail("lines", line)
        elsewhere = [line.strip() for content in (fixed, *new.values()) for line in content.decode("utf-8-sig").splitlines()]
        for line in before:
            if line.lstrip().startswith("#") and line.strip() not in elsewhere:
                fail("comments", line)
        if any(line.startswith("- ") and " #" in property_line.sub("", line[2:]) for line in operations):
            for line in operations:
                comment = line[line.index(" #"):].strip() if " #" in line else ""
                if not any(comment in other for other in elsewhere):
                    fail("comments", line)

        for path, content in {name: fixed, **new}.items():
            if content.startswith(BOM) != data.startswith(BOM):
                fail("bytes", f"{path}: byte order mark")
            if (b"\r\n" in content) != (b"\r\n" in data) or (b"\r\n" in data) == (re.search(rb"(?<!\r)\n", content) is not None):
                fail("bytes", f"{path}: line ends")
            if path == name and content.endswith(b"\n") != data.endswith(b"\n"):
                fail("bytes", f"{path}: final newline")

    def check_patch(self, name, data, expected, fail):
        repository = self.repositories.new(name, data)
        patch = self.repositories.run(repository, "--diff", name)
        if files_below(repository) != {name: data}:
            fail("dry")
        if not patch.stdout:
            if expected != {name: data}:
                fail("patch", "the patch is empty")
            return
        self.counts["patches"] += 1
        tried = self.repositories.git(repository, "apply", "--check", data=patch.stdout)
        if tried.returncode != 0:
            fail("patch", tried.stderr.decode())
            return
        self.repositories.git(repository, "apply", "--whitespace=nowarn", data=patch.stdout)
        if files_below(repository) != expected:
            fail("patch", "it writes something else")

    def report(self, checklist, profilers):
        c = self.counts
        figures = {
            "recognised": f"{profilers} files in {len(VARIANTS)} variants",
            "profiler": f"{c['errors before']} errors before, {c['errors after']} after",
            "new file": f"{c['new']} new files",
            "lines": f"{c['fixed']} of {c['files']} fixed",
            "patch": f"{c['patches']} patches",
        }
        for key, name in self.NAMES.items():
            checklist.report(name, self.failures[key], figures.get(key, ""))
        print(f"  examples that break {TARGET} for reasons of their own, before and after: {len(self.other_errors)}")
        for where, errors in sorted(self.other_errors.items()):
            print(f"    {where}")
            for error in errors:
                print(f"      {error}")


def check_whole(checklist, repositories, corpus, profilers, update):
    """The whole corpus in one run: no fault, nothing flagged that is no workflow, the counts as accepted, and no fix does damage."""
    tree = repositories.new() / "corpus"
    copy_tree(corpus, tree)
    before = files_below(tree)
    run = repositories.run(tree.parent, "--format", "json", "corpus")
    report = json.loads(run.stdout)
    findings = [(finding["id"], finding["path"].removeprefix("corpus/"), finding) for finding in report["findings"]]

    faults = [f"{id} {path}: {finding['message']}" for id, path, finding in findings if id in FAULTS]
    checklist.report("no rule fails, no fix is dropped, no fixes go round in circles", faults + report["failures"],
                     f"{report['summary']['files']} files looked at, {report['summary']['analyzed']} analysed")
    # A quoted key may spell `sourceConfig` with escapes, but no file of the corpus does. OM1010 is about workflows of before that key.
    checklist.report("no finding about workflows in a file without `sourceConfig`",
                     [f"{id} {path}" for id, path, _ in findings if id.startswith("OM1") and id != "OM1010" and b"sourceConfig" not in before[path]],
                     f"{len(findings)} findings")
    about_profilers = ("OM1001", "OM1002", "OM1003", "OM1004", "OM1005", "OM1006")
    flagged = {path for id, path, _ in findings if id in about_profilers}
    prose = [path for path, data in before.items() if b"Profiler" in data and path not in profilers]
    checklist.report("`type: Profiler` is flagged in Profiler workflows and nowhere else", sorted(flagged - set(profilers)),
                     f"{len(flagged)} of {len(profilers)} workflows flagged, {len(prose)} other files hold the word")

    counts = collections.Counter(id for id, _, _ in findings)
    lines = [f"target {TARGET}", *(f"{id} {count}" for id, count in sorted(counts.items()))]
    compare_snapshot(checklist, SNAPSHOT, "as many findings of each rule as accepted", "\n".join(lines) + "\n", update)
    check_removed_properties(checklist, before, findings, update)

    check_unsafe_fixes(checklist, repositories, tree, before)


# What the rules about images, packages, charts and databases change.
DEPLOYMENT = re.compile(
    r"([iI]mage|run|tag|newTag|version|targetRevision|repository|command|extraFlags|args|values|value|default|requirements|packages|dependencies)(\[\d+\])?$")


def check_removed_properties(checklist, before, findings, update):
    """Every place at which a name of a removed property is written: flagged there, told of, or accepted with the reason why it is neither."""
    flagged = {(path, finding["start"]["line"]) for id, path, finding in findings if id in ("OM1001", "OM1002", "OM1003", "OM1004")}
    told = {path for id, path, _ in findings if id in NOT_ANALYSED}
    old = {path for id, path, _ in findings if id == "OM1010"}
    written = re.compile(rb"(?<![A-Za-z])(%s)(?![A-Za-z])" % "|".join(REMOVED).encode())
    reasons, unexplained = collections.Counter(), []
    for path, data in before.items():
        if path in ("FINDINGS.md", "INDEX.tsv"):
            continue
        documents = can_load(path, data) if path.endswith((".yaml", ".yml", ".json", ".tmpl", ".template")) and written.search(data) else None
        for number, line in enumerate(data.splitlines(), 1):
            for match in written.finditer(line):
                name = match[1].decode()
                reason = reason_for(path, number, line, name, documents, flagged, told, old)
                if reason:
                    reasons[reason] += 1
                else:
                    unexplained.append(f"{path}:{number}: {name}")
    lines = [f"{count} {reason}" for reason, count in sorted(reasons.items())] + ["", f"{len(unexplained)} without a reason", *unexplained]
    compare_snapshot(checklist, PLACES, "removed properties are flagged, told of, or accepted with a reason", "\n".join(lines) + "\n", update)


def reason_for(path, number, line, name, documents, flagged, told, old):
    """Why a place is as it should be; None where that cannot be told."""
    if (path, number) in flagged:
        return "flagged"
    if path in told:
        return "in a file that is told not to be analysed, or not in whole"
    if path in old:
        return "in a workflow from before 0.11"
    if line.lstrip().startswith(b"#"):
        return "in a comment"
    configs = [pipeline(document) for document in documents or ()]
    if documents and not any(config.get("type") == "Profiler" for config in configs):
        kinds = sorted({str(config.get("type", "none")) for config in configs if name in config})
        return f"`{name}` in a workflow of type {', '.join(kinds)}" if kinds else f"`{name}` outside of `config`, in no Profiler workflow"
    if documents and not any(config.get("type") == "Profiler" and name in config for config in configs):
        return f"`{name}` in a Profiler workflow, but outside of `config`"
    return None


def compare_snapshot(checklist, snapshot, name, received, update):
    """What is accepted stands beside this script, so that a change is seen in review."""
    received_file = snapshot.with_name(snapshot.name.replace("verified", "received"))
    accepted = snapshot.read_text() if snapshot.exists() else ""
    if update:
        snapshot.write_text(received)
        accepted = received
    if received == accepted:
        received_file.unlink(missing_ok=True)
        difference = []
    else:
        received_file.write_text(received)
        difference = list(difflib.unified_diff(accepted.splitlines(), received.splitlines(), "accepted", "received", n=0, lineterm=""))
    checklist.report(name, difference, f"see {snapshot.name}; --update accepts")


def check_unsafe_fixes(checklist, repositories, tree, before):
    run = repositories.run(tree.parent, "--fix", "--unsafe-fixes", "--format", "json", "corpus")
    after = files_below(tree)
    failures = [] if run.returncode in (0, 1) else [f"exit {run.returncode}: {run.stderr.decode()}"]
    failures += [f"{finding['id']} {finding['path']}: {finding['message']}"
                 for finding in json.loads(run.stdout)["findings"] if finding["id"] in FAULTS]
    changed = [path for path in after if path in before and after[path] != before[path]]
    created = [path for path in after if path not in before]
    for path in sorted(before.keys() - after.keys()):
        failures.append(f"{path} is gone")
    for path in changed + created:
        if not path.endswith((".yaml", ".yml", ".json")):
            continue
        documents = can_load(path, after[path])
        if documents is None:
            failures.append(f"{path} can no longer be read")
        elif path in before:
            unexpected = changed_paths(can_load(path, before[path]), documents) - {f"[0].{name}" for name in CHANGEABLE}
            unexpected = {name for name in unexpected if not DEPLOYMENT.search(name)}
            if unexpected:
                failures.append(f"{path}: {sorted(unexpected)} changed")
    checklist.report("--fix --unsafe-fixes changes only what its fixes declare", failures, f"{len(changed)} files changed, {len(created)} created")
    repositories.run(tree.parent, "--fix", "--unsafe-fixes", "corpus")
    again = files_below(tree)
    checklist.report("a second --fix --unsafe-fixes changes nothing",
                     sorted(path for path in again.keys() | after.keys() if again.get(path) != after.get(path)))


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--update"]
    checklist = Checklist("corpus")
    if len(arguments) != 2:
        sys.exit(__doc__)
    omlint, shared = os.path.abspath(arguments[0]), pathlib.Path(arguments[1]).resolve()
    if not (shared / "corpus").is_dir():
        checklist.skip("all checks over real workflows", "there is no ../shared/corpus")
        checklist.exit()
    if yaml is None:
        checklist.skip("all checks over real workflows", "Python's `yaml` (PyYAML) is missing")
        checklist.exit()
    try:
        oracle, registry = load_oracle(shared)
    except ImportError as error:
        oracle = None
        checklist.skip("checks of single workflows against OpenMetadata's schema", f"Python's `{error.name}` is missing")

    corpus = shared / "corpus"
    profilers = {}
    for path, data in files_below(corpus).items():
        if path.endswith((".yaml", ".yml", ".json")) and b"Profiler" in data:
            if any(is_profiler(document) for document in can_load(path, data) or ()):
                profilers[path] = data

    with tempfile.TemporaryDirectory(prefix="omlint-corpus-") as root:
        repositories = Repositories(omlint, pathlib.Path(root))
        if oracle:
            split = SplitChecks(repositories, oracle, registry)
            for path, data in profilers.items():
                for variant, change in VARIANTS.items():
                    split.check(path, variant, os.path.basename(path), change(data))
            split.report(checklist, len(profilers))
        check_whole(checklist, repositories, corpus, profilers, "--update" in sys.argv)
    checklist.exit()


if __name__ == "__main__":
    main()
