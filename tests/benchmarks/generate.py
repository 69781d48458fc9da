#!/usr/bin/env python3
"""Writes the corpora of the benchmarks, always the same:   CORPUS=DIR generate.py NAME...

single   one Profiler workflow of some 60 lines
w1k      1,000 of them, w10k 10,000
mono     50,000 YAML files of other kinds, among them 330 workflows and 170 manifests with an ingestion image
hostile  files that are slow to parse
"""
import os
import pathlib
import random
import shutil
import sys

WORDS = "sales orders customer billing finance risk fraud churn audit log snapshot dim fact daily hourly raw staging mart core events".split()
COMMENTS = ["keep in sync with governance", "see docs/profiler.md", "do not change without approval", "réviser – naïve default", "percent of rows"]


def name(choose, words=2):
    return "_".join(choose.choice(WORDS) for _ in range(words))


def comment(choose, share=0.4):
    return f"  # {choose.choice(COMMENTS)}" if choose.random() < share else ""


def workflow(choose, number):
    service = f"{choose.choice(['snowflake', 'postgres', 'mysql', 'trino'])}_{name(choose)}_{number:05d}"
    settings = [
        f"generateSampleData: {choose.choice(['true', 'false'])}", f"processPiiSensitive: {choose.choice(['true', 'false'])}",
        f"confidence: {choose.randint(50, 99)}", f"profileSample: {choose.randint(1, 100)}", "profileSampleType: PERCENTAGE",
        f"threadCount: {choose.randint(1, 16)}", "timeoutSeconds: 3600", f"includeViews: {choose.choice(['true', 'false'])}",
        f"computeMetrics: {choose.choice(['true', 'true', 'false'])}"]
    choose.shuffle(settings)
    lines = [f"# Profiler workflow {number:05d} for {service}", "source:", f"  type: {service.split('_')[0]}", f"  serviceName: {service}{comment(choose)}",
             "  sourceConfig:", "    config:", "      type: Profiler"]
    lines += [f"      {setting}{comment(choose)}" for setting in settings]
    for pattern in ("databaseFilterPattern", "schemaFilterPattern", "tableFilterPattern"):
        lines += [f"      {pattern}:", "        includes:"] + [f"          - ^{name(choose)}.*${comment(choose, 0.1)}" for _ in range(choose.randint(1, 3))]
    lines += ["processor:", "  type: orm-profiler", "  config:", "    tableConfig:", f"      - fullyQualifiedName: {service}.{name(choose)}",
              f"        profileSample: {choose.randint(1, 100)}", "        profileQuery: |", f"          select * from {name(choose)}  -- no # comment",
              "sink:", "  type: metadata-rest", "  config: {}", "workflowConfig:", "  loggerLevel: INFO", "  openMetadataServerConfig:",
              "    hostPort: https://metadata.example/api", "    authProvider: openmetadata", "    securityConfig:", f'      jwtToken: "{{{{ token_{number} }}}}"']
    return "\n".join(lines) + "\n" + f"# {choose.choice(COMMENTS)}\n" * max(0, 60 - len(lines))


def manifest(choose, image="registry.example/app"):
    documents = [f"""apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name(choose)}
  labels: {{app: {name(choose)}, tier: "{choose.choice(WORDS)}"}}
spec:
  replicas: {choose.randint(1, 9)}
  template:
    spec:
      containers:
        - name: {name(choose)}  # main
          image: {image}:{choose.randint(1, 9)}.{choose.randint(0, 99)}
          env:
""" + "".join(f'            - name: {name(choose).upper()}\n              value: "{name(choose, 3)}"\n' for _ in range(choose.randint(4, 24)))
                 for _ in range(choose.randint(2, 4))]
    return "---\n".join(documents)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def workflows(directory, count):
    choose = random.Random(4242)
    for number in range(count):
        write(directory / f"team{number % 20:02d}" / f"workflow_{number:05d}.yaml", workflow(choose, number))


def mono(directory):
    choose = random.Random(777)
    for number in range(50_000):
        below = directory / f"org{number % 25:02d}" / f"app{number // 25 % 200:03d}"
        if number % 300 == 37:
            write(below / "ingest" / f"cron_{number:05d}.yaml", manifest(choose, "docker.getcollate.io/openmetadata/ingestion"))
        elif number % 100 == 37:
            write(below / "ingest" / f"profiler_{number:05d}.yaml", workflow(choose, number))
        else:
            write(below / "deploy" / f"manifest_{number:05d}.yaml", manifest(choose))


def hostile(directory):
    head = workflow(random.Random(6), 1)
    files = {
        "brackets": "x: " + "[" * 10_000 + "]" * 10_000 + "\n", "indentation": "".join(" " * level + "a:\n" for level in range(2_000)),
        "long_line": "x: " + "word " * 200_000 + "\n", "many_keys": "".join(f"k{number}: v\n" for number in range(200_000)),
        "many_documents": "---\na: 1\n" * 100_000, "comments": "# some comment\n" * 300_000,
    }
    for title, text in files.items():
        write(directory / f"{title}.yaml", text)
        write(directory / f"{title}_in_workflow.yaml", head + text)


CORPORA = {
    "single": lambda directory: write(directory / "profiler.yaml", workflow(random.Random(6), 1)),
    "w1k": lambda directory: workflows(directory, 1_000),
    "w10k": lambda directory: workflows(directory, 10_000),
    "mono": mono,
    "hostile": hostile,
}


def main():
    if not sys.argv[1:] or not CORPORA.keys() >= set(sys.argv[1:]):
        sys.exit(__doc__)
    for corpus in sys.argv[1:]:
        directory = pathlib.Path(os.environ["CORPUS"]) / corpus
        shutil.rmtree(directory, ignore_errors=True)
        CORPORA[corpus](directory)


if __name__ == "__main__":
    main()
