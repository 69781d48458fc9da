#!/usr/bin/env python3
"""Fixes templates and renders them before and after, with the real engines:   templates.py OMLINT

What a template renders after `--fix` is what it rendered before, but for the lines of the removed properties; a new template renders a workflow of
the new type that is the old one otherwise. An engine that is not installed is skipped; Terraform's is a stand-in below.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from checklist import Checklist

try:
    import yaml
except ImportError:
    yaml = None

REMOVED = ("generateSampleData", "processPiiSensitive", "confidence", "sampleDataCount")
RENDER = pathlib.Path(__file__).with_name("render") / "main.go"
TAIL = """\
sink:
  type: metadata-rest
  config: {}
workflowConfig:
  openMetadataServerConfig:
    hostPort: HOST
    authProvider: openmetadata
"""

JINJA = """\
{# A profiler for each service. -#}
# {{ service.name }}
source:
  type: {{ service.type }}
  serviceName: "{{ service.name }}"
  serviceConnection:
    config:
{% for key, value in service.connection.items() %}
      {{ key }}: {{ value }}
{% endfor %}
  sourceConfig:
    config:
      type: Profiler
      generateSampleData: true
      {%- if schemas %}
      schemaFilterPattern:
        includes: [{% for schema in schemas %}"{{ schema }}"{% if not loop.last %}, {% endif %}{% endfor %}]
      {%- endif %}
      {% if threads %}
      threadCount: {{ threads }}
      {% endif %}
      processPiiSensitive: false

""" + TAIL.replace("HOST", "{{ host | default('http://localhost:8585/api') }}")

JINJA_BRANCHES = """\
source:
  type: mysql
  serviceName: shop
  sourceConfig:
    config:
      type: Profiler
{% if detailed %}
      profileSample: 100
      sampleDataCount: 5
{% else %}
      profileSample: 10
{% endif %}
      generateSampleData: false
""" + TAIL.replace("HOST", "{{ host }}")

HELM = """\
{{- if .Values.enabled }}
source:
  type: mysql
  serviceName: {{ .Values.service | quote }}
  serviceConnection:
    config:
      {{- toYaml .Values.connection | nindent 6 }}
  sourceConfig:
    config:
      {{- /* what is computed */}}
      type: Profiler
      generateSampleData: true
      confidence: 70
      {{- with .Values.tables }}
      tableFilterPattern:
        includes:
        {{- range . }}
        - {{ . }}
        {{- end }}
      {{- end }}
""" + TAIL.replace("HOST", "{{ .Values.host }}") + "{{- end }}\n"

CHART = """\
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-profiler
  labels:
    {{- include "labels" . | nindent 4 }}
data:
  profiler.yaml: |
    source:
      type: mysql
      serviceName: {{ .Values.service }}
      sourceConfig:
        config:
          type: Profiler
          generateSampleData: true
          confidence: 70
          profileSample: {{ .Values.sample }}
""" + "".join(f"    {line}\n" for line in TAIL.replace("HOST", "{{ .Values.host }}").splitlines())

ENVSUBST = """\
source:
  type: mysql
  serviceName: ${SERVICE}
  sourceConfig:
    config:
      type: Profiler
      processPiiSensitive: true
      generateSampleData: true
      schemaFilterPattern:
        includes: [${SCHEMA}]
""" + TAIL.replace("HOST", "${HOST}")

TERRAFORM = """\
source:
  type: mysql
  serviceName: ${service}
  sourceConfig:
    config:
      type: Profiler
      generateSampleData: true
      sampleDataCount: 20
%{ if length(tables) > 0 ~}
      tableFilterPattern:
        includes:
%{ for table in tables ~}
          - ^${table}$
%{ endfor ~}
%{ endif ~}
""" + TAIL.replace("HOST", "${host}")

HEREDOC = """\
#!/bin/sh
cat > profiler.yaml <<EOF
source:
  type: mysql
  serviceName: ${SERVICE}
  sourceConfig:
    config:
      type: Profiler
      generateSampleData: true
      confidence: $CONFIDENCE
""" + TAIL.replace("HOST", "$(printf '%s' http://om:8585/api)") + "EOF\ncat profiler.yaml\n"


def jinja(path, values):
    import jinja2
    return jinja2.Environment(keep_trailing_newline=True, undefined=jinja2.StrictUndefined).from_string(path.read_text()).render(values)


def go(path, values):
    with tempfile.TemporaryDirectory() as directory:
        data = pathlib.Path(directory) / "values.json"
        data.write_text(json.dumps(values))
        return run(["go", "run", str(RENDER), str(path), str(data)], env={**os.environ, "GO111MODULE": "off"})


def envsubst(path, values):
    return run(["envsubst"], env={**os.environ, **values}, data=path.read_bytes())


def shell(path, values):
    with tempfile.TemporaryDirectory() as directory:
        return run(["sh", str(path.resolve())], env={**os.environ, **values}, cwd=directory)


def terraform(path, values):
    """`if length(x) > 0`, `for x in y`, `${x}` and strip markers, as `templatefile` renders them."""
    parts = re.split(r"(%\{[^}]*\}\n?)", path.read_text())

    def render(position, scope, active):
        text = []
        while position < len(parts):
            part = parts[position]
            position += 1
            if not part.startswith("%{"):
                if active:
                    text.append(re.sub(r"\$\{(\w+)\}", lambda match: str(scope[match[1]]), part))
                continue
            words = part.strip("%{}~ \n").split()
            if not part.rstrip("\n").endswith("~}") and part.endswith("\n") and active:
                text.append("\n")
            if words[0] in ("endif", "endfor"):
                return "".join(text), position
            if words[0] == "if":
                inner, position = render(position, scope, active and len(scope[re.search(r"\((\w+)\)", part)[1]]) > 0)
                text.append(inner)
            else:
                start = position
                _, position = render(start, scope, False)
                for value in scope[words[3]] if active else ():
                    text.append(render(start, {**scope, words[1]: value}, True)[0])
        return "".join(text), position

    return render(0, values, True)[0]


def run(command, env=None, cwd=None, data=b""):
    result = subprocess.run(command, env=env, cwd=cwd, input=data, capture_output=True)
    if result.returncode != 0:
        raise RuntimeError(f"{command[0]}: {result.stderr.decode()}")
    return result.stdout.decode()


SERVICE = {"name": "shop", "type": "mysql", "connection": {"username": "om", "hostPort": "db:3306"}}
# Name; engine; the program it needs; file; text; what it is rendered with; number of new workflows.
CASES = [
    ("Jinja", jinja, "jinja2", "profiler.yaml.j2", JINJA,
     [{"service": SERVICE, "schemas": ["a", "b"], "threads": 4, "host": "http://om"}, {"service": SERVICE, "schemas": [], "threads": None}], 1),
    ("branches in Jinja", jinja, "jinja2", "profiler.yaml.j2", JINJA_BRANCHES, [{"detailed": True, "host": "a"}, {"detailed": False, "host": "b"}], 0),
    ("Helm", go, "go", "profiler.yaml", HELM,
     [{"enabled": True, "service": "shop", "connection": {"username": "om"}, "tables": ["a", "b"], "host": "http://om"},
      {"enabled": True, "service": "shop", "connection": {"username": "om"}, "host": "http://om"}], 1),
    ("a chart's ConfigMap", go, "go", "chart/templates/profiler.yaml", CHART, [{"service": "shop", "sample": 10, "host": "http://om"}], 0),
    ("envsubst", envsubst, "envsubst", "profiler.yaml.tmpl", ENVSUBST, [{"SERVICE": "shop", "SCHEMA": "sales", "HOST": "http://om"}], 1),
    ("Terraform", terraform, None, "profiler.yaml.tftpl", TERRAFORM,
     [{"service": "shop", "tables": ["a", "b"], "host": "http://om"}, {"service": "shop", "tables": [], "host": "http://om"}], 1),
    ("a here-document", shell, "sh", "profile.sh", HEREDOC, [{"SERVICE": "shop", "CONFIDENCE": "70"}], 0),
]


def is_missing(program):
    if program == "jinja2":
        try:
            import jinja2  # noqa: F401
            return False
        except ImportError:
            return True
    return program is not None and shutil.which(program) is None


def workflows(text):
    """The workflows in a rendered file: itself, or what a ConfigMap holds."""
    for document in yaml.safe_load_all(text):
        if isinstance(document, dict) and document.get("kind") == "ConfigMap":
            for entry in document["data"].values():
                yield from workflows(entry)
        elif isinstance(document, dict):
            yield document


def lines_without(text):
    return [line for line in text.splitlines() if not line.strip().startswith(REMOVED)]


def rest(workflow):
    """All but what the new type changes."""
    copy = json.loads(json.dumps(workflow))
    config = copy["source"]["sourceConfig"]["config"]
    for name in list(config):
        if not name.endswith("FilterPattern"):
            del config[name]
    return copy


def check(omlint, engine, path, text, renderings, new_count, line_break, safety):
    failures = []
    with tempfile.TemporaryDirectory() as root:
        directory = pathlib.Path(root)
        file = directory / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.replace("\n", line_break).encode())
        subprocess.run(["git", "init", "-q"], cwd=directory, check=True)
        before = [engine(file, values) for values in renderings]
        result = subprocess.run([omlint, "--target", "1.6.3", "--select", "OM1001", "--select", "OM1002", "--select", "OM1003", "--select", "OM1004", "--fix", *safety, "."],
                                cwd=directory, capture_output=True)
        if b"OM0002" in result.stdout or b"OM0001" in result.stdout or result.returncode not in (0, 1):
            failures.append(result.stdout.decode() + result.stderr.decode())
        data = file.read_bytes()
        if line_break == "\r\n" and re.search(rb"(?<!\r)\n", data):
            failures.append("a line does not end in CRLF any more")
        created = [found for found in sorted(directory.rglob("*")) if found.is_file() and ".git" not in found.parts and found != file]
        if len(created) != new_count:
            failures.append(f"{len(created)} new files instead of {new_count}: {result.stdout.decode()}")
        for values, old in zip(renderings, before):
            new = engine(file, values)
            if path.endswith("profiler.yaml") and "data:" in old and "AutoClassification" in new:
                entries = list(workflows(new))
                if len(entries) != 2 or rest(entries[0]) != rest(entries[1]) or entries[1]["source"]["sourceConfig"]["config"]["type"] != "AutoClassification":
                    failures.append(f"the new entry is not the workflow: {new}")
                new = new[:new.index("  profiler_auto_classification.yaml:")]
            if lines_without(old) != lines_without(new):
                failures.append(f"with {values} it renders another text:\n{new}")
            if any(line.strip().startswith(REMOVED) for line in new.splitlines()):
                failures.append(f"with {values} a removed property is left:\n{new}")
            for copy in created:
                rendered = list(workflows(engine(copy, values)))
                if rest(rendered[0]) != rest(next(workflows(old))) or rendered[0]["source"]["sourceConfig"]["config"]["type"] != "AutoClassification":
                    failures.append(f"{copy.name} is not the workflow with {values}: {rendered}")
    return failures


def main():
    omlint = os.path.abspath(sys.argv[1])
    checklist = Checklist("templates")
    if yaml is None:
        checklist.skip("all", "Python's `yaml` is missing")
        checklist.exit()
    for name, engine, program, path, text, renderings, new_count in CASES:
        if is_missing(program):
            checklist.skip(name, f"`{program}` is not installed")
            continue
        failures = []
        for line_break in ("\n", "\r\n"):
            # A shell takes the carriage return for text.
            if line_break == "\n" or engine is not shell:
                failures += check(omlint, engine, path, text, renderings, new_count, line_break, ["--unsafe-fixes"])
        checklist.report(f"{name} renders the same but for the removed properties", failures, f"{len(renderings)} renderings")
    checklist.exit()


if __name__ == "__main__":
    main()
