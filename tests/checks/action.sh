#!/usr/bin/env bash
# Runs the scripts of action.yml as GitHub would: its environment files, its shell, inputs in the environment.
#   action.sh [OMLINT]     OMLINT: a binary that stands for the installed tool in the steps behind the first
set -uo pipefail
binary=${1:+$(realpath "$1")}
cd "$(dirname "$0")/../.."
repository=$PWD
# shellcheck source=checklist.bash
. tests/checks/checklist.bash action
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The scripts as files named by their steps, and what GitHub would have put into them.
run python3 - "$work" <<'PY'
import pathlib, sys, yaml
work, action = pathlib.Path(sys.argv[1]), yaml.safe_load(open("action.yml"))
for step in action["runs"]["steps"]:
    if "run" in step:
        (work / f"{step['name']}.sh").write_text(step["run"])
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], f"{step['name']}: an expression within a script"
    for value in (*step.get("env", {}).values(), *step.get("with", {}).values()):
        name = value.removeprefix("${{ inputs.").removesuffix(" }}") if isinstance(value, str) and "inputs." in value else None
        assert name is None or name in action["inputs"], name
PY
check "no script holds an expression, and every input is declared" "$code" = 0

export RUNNER_TEMP=$work/temp
mkdir -p "$RUNNER_TEMP"
# step NAME VARIABLE=VALUE...: runs a step in $project; new environment files each time.
step() {
  local name=$1
  shift
  for file in PATH OUTPUT STEP_SUMMARY; do : > "$work/$file"; done
  run env -C "$project" "GITHUB_PATH=$work/PATH" "GITHUB_OUTPUT=$work/OUTPUT" "GITHUB_STEP_SUMMARY=$work/STEP_SUMMARY" \
    "$@" bash --noprofile --norc -eo pipefail "$work/$name.sh"
}

project=$work/project
mkdir "$project"
cp -r tests/samples/ingestion "$project/in gestion"
inputs=(PATHS="in gestion" TARGET=1.6.3 FROM=1.5.0 FAIL_ON=warning BASELINE= SARIF_FILE=omlint.sarif CATEGORY=nightly)

step "Install omlint" SOURCE="$repository" VERSION=
check "the tool is built and installed" "$code" = 0
tools=$(cat "$work/PATH")
run "$tools/omlint" --version
check "and is on the path" "$code" = 0
if [ -n "$binary" ]; then
  tools=$work/bin
  mkdir "$tools"
  ln -s "$binary" "$tools/omlint"
fi
export PATH=$tools:$PATH

step Check "${inputs[@]}"
check "findings do not end the step, for they are still to be uploaded" "$code" = 0
check "they are its output" "$(cat "$work/OUTPUT")" = "exit-code=1
sarif-file=omlint.sarif"
check "they are annotations" "$(grep -c '^::error .*file=in gestion/shop_mysql_profiler.yaml.*OM1001' <<<"$output")" = 1
check "they are in the summary" "$(grep -c '\*\*.*OM1001.*\*\*' "$work/STEP_SUMMARY" | sed 's/[1-9][0-9]*/some/')" = some
run python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))["runs"][0]["results"]) > 0)' "$project/omlint.sarif"
check "they are in the report" "$output" = True
run python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["runs"][0]["automationDetails"]["id"])' "$project/omlint.sarif"
check "which has its category" "$output" = nightly/
step Result EXIT_CODE=1
check "and fail the job at its end" "$code" = 1

step Check "${inputs[@]}" FAIL_ON=never
check "fail-on: never passes" "$(head -n 1 "$work/OUTPUT")" = exit-code=0
step Result EXIT_CODE=0
check "and so does the job" "$code" = 0

run env -C "$project" omlint "in gestion" --target 1.6.3 --from 1.5.0 --baseline known.json --write-baseline
step Check "${inputs[@]}" BASELINE=known.json
check "a baseline hides what it knows" "$(head -n 1 "$work/OUTPUT")" = exit-code=0
check "and the report does not hold it" "$(python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))["runs"][0]["results"]))' "$project/omlint.sarif")" = 0
step Check "${inputs[@]}" BASELINE=missing.json
check "a baseline that is missing is no pass" "$(head -n 1 "$work/OUTPUT")" = exit-code=2

step Check "${inputs[@]}" TARGET=9.9
check "omlint's own failure has no report, not even an older one" "$(cat "$work/OUTPUT")" = exit-code=2
check "and is told in the summary" "$(grep -c -- '--target' "$work/STEP_SUMMARY")" = 1

step Check "${inputs[@]}" PATHS='$(touch injected); `touch injected`
--fix
'
check "an input is no script and no option" "$(cat "$work/OUTPUT") $(find "$project" -name injected)" = "exit-code=2 "

run env -C "$project" omlint "in gestion" --target 1.6.3 --from 1.5.0 --baseline known.json --write-baseline
step Check "${inputs[@]}" BASELINE=known.json
check "what the baseline knows fails nothing" "$(head -n 1 "$work/OUTPUT")" = exit-code=0
step Check "${inputs[@]}" BASELINE=missing.json
check "a baseline that is missing is no pass" "$(cat "$work/OUTPUT")" = exit-code=2

mkdir "$project/many"
for number in 1 2 3 4 5 6 7 8 9 10 11 12; do
  cp "$project/in gestion/shop_mysql_profiler.yaml" "$project/many/$number.yaml"
done
step Check "${inputs[@]}" PATHS=many
check "GitHub gets ten errors" "$(grep -c '^::error ' <<<"$output")" = 10
check "the summary says what annotations leave out" "$(grep -c '^annotations show ' "$work/STEP_SUMMARY")" = 1

printf 'a: 1\n' > "$project/plain.yaml"
step Check "${inputs[@]}" PATHS=$'plain.yaml\r\n\r\n'
check "nothing found is no failure" "$(head -n 1 "$work/OUTPUT")" = exit-code=0
finish
