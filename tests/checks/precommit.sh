#!/usr/bin/env bash
# The hooks with the real pre-commit: tried from this repository, and installed for real commits.
#   precommit.sh [OMLINT]     OMLINT: a binary for the hooks of `language: system`; without it they are skipped
set -uo pipefail
binary=${1:+$(realpath "$1")}
cd "$(dirname "$0")/../.."
repository=$PWD
# shellcheck source=checklist.bash
. tests/checks/checklist.bash pre-commit
if ! command -v pre-commit >/dev/null; then
  skip "all" "pre-commit is not installed"
  finish
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME=$work/cache DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NO_COLOR=1
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org

# new_project NAME HOOK...: a repository with workflows of 1.5 and hooks from this repository's last commit.
new_project() {
  project=$work/$1
  shift
  mkdir "$project"
  cd "$project" || exit 2
  git init -q -b main .
  mkdir ingestion vendor
  cp "$repository/tests/samples/ingestion/shop_mysql_metadata.yaml" ingestion/
  cat > .editorconfig <<'INI'
root = true
[*.{yaml,yml,json}]
omlint_target_version = 1.6.3
omlint_from_version = 1.5.0
[vendor/**]
omlint_exclude = true
INI
  {
    printf 'repos:\n- repo: %s\n  rev: %s\n  hooks:\n' "$repository" "$(git -C "$repository" rev-parse HEAD)"
    printf -- '  - id: %s\n' "$@"
  } > .pre-commit-config.yaml
  git add -A
  git commit -q -m "As it was"
  pre-commit install > /dev/null
}

add_profiler() {
  cp "$repository/tests/samples/ingestion/shop_mysql_profiler.yaml" "$1"
  git add "$1"
}

commits() { git rev-list --count HEAD; }

# Both hooks, with the tool ($2: the ids' suffix).
check_hooks() {
  new_project "check$2" "omlint$2"
  add_profiler vendor/theirs_profiler.yaml
  run git commit -m "Of a vendor"
  check "$1: a named file that is excluded passes" "$code" = 0

  add_profiler ingestion/shop_mysql_profiler.yaml
  run git commit -m "New profiler"
  check "$1: a commit that 1.6 would refuse is stopped" "$code $(commits)" = "1 2"
  check "$1: and told why" "$(grep -c 'error\[OM1001\]: `generateSampleData` was removed from Profiler workflows in 1.6.0' <<<"$output")" = 1
  check "$1: nothing is written" "$(git status --porcelain)" = "A  ingestion/shop_mysql_profiler.yaml"

  new_project "fix$2" "omlint-fix$2"
  add_profiler ingestion/shop_mysql_profiler.yaml
  run git commit -m "New profiler"
  check "$1: a commit that can be mended is stopped" "$code $(commits)" = "1 1"
  check "$1: and mended" "$(git status --porcelain)" = "AM ingestion/shop_mysql_profiler.yaml
?? ingestion/shop_mysql_auto_classification.yaml"
  git add -A
  run git commit -m "New profiler, mended"
  check "$1: then it passes" "$code $(commits)" = "0 2"

  # The workflow of the new type is there, but not among the names that the hook is given.
  add_profiler ingestion/shop_mysql_profiler.yaml
  run git commit -m "The old profiler again"
  check "$1: a workflow that is not named is known" "$code $(git status --porcelain -- ingestion | grep -c '??')" = "1 0"
}

if [ -n "$binary" ]; then
  mkdir "$work/bin"
  ln -s "$binary" "$work/bin/omlint"
  PATH=$work/bin:$PATH check_hooks "installed binary" -system
else
  skip "installed binary" "no binary given"
fi

mkdir "$work/tree"
cd "$work/tree" || exit 2
git init -q .
cp "$repository"/tests/samples/ingestion/* .
git add -A
started=$SECONDS
run pre-commit try-repo "$repository" omlint --all-files --verbose
check "try-repo builds the tool and finds what is wrong" "$code $(grep -c '^error\[OM1001\]' <<<"$output" | sed 's/[1-9][0-9]*/some/')" = "1 some"
echo "    built and run in $((SECONDS - started)) s"

check_hooks "tool" ""
finish
