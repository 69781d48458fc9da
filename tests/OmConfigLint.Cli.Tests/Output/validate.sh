#!/usr/bin/env bash
# Holds verified reports to outside judges: SARIF to Microsoft's validator with GitHub's rules, the others to schemas and programs that read them.
# Further reports can be named, with the name of the format in theirs: validate.sh [samples.sarif|samples.gitlab.json|...]...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
tools=$root/tests/checks
[ -d "$tools/node_modules/xmllint-wasm" ] || "$tools/install.sh"
multitool=$("$tools/install.sh" --print-sarif)
export NODE_PATH=$tools/node_modules

passed=0
failed=0
shopt -s nocasematch
for report in "$here"/*.verified.sarif "$here"/JsonReportWriterTests.*.verified.json "$here"/OtherFormatTests.*.verified.* "$@"; do
  case ${report##*/} in
    *.sarif)
      format=sarif
      said=$("$multitool" validate "$report" --rule-kind "Sarif;Ghas" 2>&1) || true
      # Accepted: SARIF2005 asks for the tool's page, and omlint has no published one yet.
      verdict=$(grep -E ': (error|warning) ' <<<"$said" | grep -vF "does not provide 'informationUri'" || true)
      grep -q 'Analysis completed successfully' <<<"$said" || verdict=${verdict:-$said} ;;
    *gitlab*.json) format=gitlab ;;
    *.json) format=json ;;
    *junit*.xml) format=junit ;;
    *checkstyle*.xml) format=checkstyle ;;
    *.md) format=markdown ;;
    *) format= verdict="no format is known by this name" ;;
  esac
  if [ -n "$format" ] && [ "$format" != sarif ]; then
    verdict=$(node "$here/validate.mjs" "$format" "$report" 2>&1) || verdict=${verdict:-node failed}
  fi
  if [ -z "$verdict" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s\n%s\n' "$report" "$verdict" >&2
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
