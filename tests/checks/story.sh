#!/usr/bin/env bash
# A repository's way to the next release, with the real programs: set up, accept what is there, stop what is new, mend it, report it.
#   story.sh OMLINT
set -uo pipefail
binary=$(realpath "$1")
cd "$(dirname "$0")/../.."
repository=$PWD
# shellcheck source=checklist.bash
. tests/checks/checklist.bash story
if ! command -v pre-commit >/dev/null; then
  skip "all" "pre-commit is not installed"
  finish
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/project"
ln -s "$binary" "$work/bin/omlint"
export PATH=$work/bin:$PATH PRE_COMMIT_HOME=$work/cache NO_COLOR=1
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
cd "$work/project" || exit 2

commits() { git rev-list --count HEAD; }

# A repository with files of 1.5.
git init -q -b main .
cp -r "$repository/tests/samples/ingestion" .
cat > ingestion/crm_profiler.yaml <<'YAML'
# Profile of the CRM database; samples are taken elsewhere.
source:
  type: postgres
  serviceName: crm_postgres
  sourceConfig:
    config:
      type: Profiler
      threadCount: 4
processor:
  type: orm-profiler
  config: {}
sink:
  type: metadata-rest
  config: {}
workflowConfig:
  openMetadataServerConfig:
    hostPort: http://openmetadata:8585/api
    authProvider: openmetadata
YAML
echo 'openmetadata-ingestion[mysql,postgres]==1.5.6' > requirements.txt
mkdir deploy
printf 'services:\n  server:\n    image: docker.getcollate.io/openmetadata/server:1.5.6\n' > deploy/docker-compose.yml
git add -A
git commit -q -m "Workflows of 1.5"
omlint --from 1.5.6 --target 1.6.3 -q > "$work/today"
check "1.6 would refuse some of it" "$(grep -c 'error\[OM1' "$work/today" | sed 's/[1-9][0-9]*/some/')" = some

# Set up, with a baseline.
run omlint init --target 1.6.3 --baseline
check "omlint init sets it up" "$code" = 0
check "it found the release in use" "$(grep -c '^omlint_from_version = 1.5.6$' .editorconfig)" = 1
check "the hook uses the baseline" "$(grep -c 'args: \[--baseline, omlint-baseline.json\]' .pre-commit-config.yaml)" = 1
cp -r . "$work/set-up"
run omlint init --target 1.6.3 --baseline
check "a second time it leaves all as it is" "$code $(diff -r . "$work/set-up" | wc -l)" = "0 0"
run omlint --baseline omlint-baseline.json
check "what is there today passes" "$code $(grep -cE '[0-9]+ in the baseline \([0-9]+ errors' <<<"$output")" = "0 1"
run omlint
check "and is still told without the baseline" "$code" = 1
pre-commit install > /dev/null
git add -A
run git commit -m "omlint"
check "the set-up is committed past its own hook" "$code $(commits)" = "0 2"

# What is known does not stop a commit.
sed -i 's/threadCount: 4/threadCount: 8/' ingestion/shop_mysql_profiler.yaml
run git commit -am "More threads"
check "a commit that touches a file with known findings passes" "$code $(commits)" = "0 3"

# What is new does.
sed -i 's/^      threadCount: 4$/&\n      confidence: 70/' ingestion/crm_profiler.yaml
run git commit -am "Tag what is surely personal"
check "a commit that adds what 1.6 refuses is stopped" "$code $(commits)" = "1 3"
check "and told what, where and what to do" "$(grep -cE '^error\[OM1003\]: `confidence` was removed from Profiler workflows in 1\.6\.0$|^  --> ingestion/crm_profiler\.yaml:9:7$|^ 9 \|       confidence: 70$|^   = fix \(safe\): ' <<<"$output")" = 4
check "and nothing else stops it" "$(grep -cE '^(error|warning)\[' <<<"$output")" = 1
run omlint --changed-lines=HEAD -q
check "--changed-lines tells the same" "$(grep -cE '\[OM1003\]' <<<"$output") $(grep -c 'error\[' <<<"$output")" = "1 1"

# Mended.
run omlint --fix --baseline omlint-baseline.json
check "omlint --fix mends it" "$code" = 0
check "and nothing that is known" "$(git status --porcelain)" = "?? ingestion/crm_auto_classification.yaml"
git add -A
run git commit -m "Tag what is surely personal"
check "then the commit passes" "$code $(commits)" = "0 4"

# Reported, and recognised wherever it moves.
omlint --fail-on never --format "sarif=$work/before.sarif"
while IFS= read -r file; do
  case $file in
    *.json) { printf '\n%.0s' 1 2 3 4 5 6 7 8 9 10; cat "$file"; } > "$work/file" ;;
    *) { printf '# %s\n' 1 2 3 4 5 6 7 8 9 10; cat "$file"; } > "$work/file" ;;
  esac
  cat "$work/file" > "$file"
done < <(git ls-files ingestion deploy requirements.txt)
omlint --fail-on never --format "sarif=$work/after.sarif"
run python3 - "$work/before.sarif" "$work/after.sarif" <<'PY'
import json, sys
def read(path):
    found = {}
    for result in json.load(open(path))["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        fingerprint = result["partialFingerprints"]["omlint/v1"]
        assert fingerprint not in found, result
        found[fingerprint] = (result["ruleId"], place["artifactLocation"]["uri"]), place["region"]["startLine"]
    return found
before, after = read(sys.argv[1]), read(sys.argv[2])
assert before, "no results"
assert {key: what for key, (what, _) in before.items()} == {key: what for key, (what, _) in after.items()}
stayed = [(*what, line, after[key][1]) for key, (what, line) in before.items() if after[key][1] != line + 10]
assert not stayed, stayed
print(len(before), "results")
PY
check "ten lines on top of each file change no fingerprint" "$code" = 0
echo "    $output"
run omlint --baseline omlint-baseline.json -q
check "and the baseline holds" "$code $(grep -cE '(error|warning)\[' <<<"$output")" = "0 0"
run "$repository/tests/OmConfigLint.Cli.Tests/Output/validate.sh" "$work/before.sarif" "$work/after.sarif"
check "both reports are what GitHub takes" "$code" = 0

# One known finding mended: the baseline becomes smaller, and never grows by itself.
git checkout -q -- .
run omlint --fix ingestion/warehouse_postgres_profiler.json
git add -A
run git commit -m "Mend the warehouse"
check "a baseline that is out of date is told" "$code $(grep -c '^warning\[OM0012\]' <<<"$output")" = "1 1"
run omlint --baseline omlint-baseline.json --prune-baseline
check "it is pruned" "$code $(grep -cE '^omlint: `omlint-baseline.json` knows [0-9]+ findings: 0 added, [1-9] removed$' <<<"$output")" = "0 1"
git add -A
run git commit -m "Mend the warehouse"
check "and the commit passes" "$code $(commits)" = "0 5"
finish
