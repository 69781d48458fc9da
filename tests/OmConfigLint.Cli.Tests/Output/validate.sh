#!/usr/bin/env bash
# Holds verified reports to outside judges: SARIF to Microsoft's validator with GitHub's rules, JSON to its schema with ajv.
# Further reports can be named: validate.sh [REPORT.sarif|REPORT.json]...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
tools=$root/tests/checks
[ -d "$tools/node_modules/ajv" ] || "$tools/install.sh"
multitool=$("$tools/install.sh" --print-sarif)

passed=0
failed=0
for report in "$here"/*.verified.sarif "$here"/JsonReportWriterTests.*.verified.json "$@"; do
  case $report in
    *.sarif) said=$("$multitool" validate "$report" --rule-kind "Sarif;Ghas" 2>&1) || true
      # Accepted: SARIF2005 asks for the tool's page, and omlint has no published one yet.
      verdict=$(grep -E ': (error|warning) ' <<<"$said" | grep -vF "does not provide 'informationUri'" || true)
      grep -q 'Analysis completed successfully' <<<"$said" || verdict=${verdict:-$said} ;;
    *) verdict=$(NODE_PATH=$tools/node_modules node -e '
        const fs = require("fs"), Ajv = require("ajv");
        const check = new Ajv({ strict: true, strictRequired: true, allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync(process.argv[1])));
        if (!check(JSON.parse(fs.readFileSync(process.argv[2])))) console.log(JSON.stringify(check.errors));
        ' "$root/src/OmConfigLint.Cli/Output/report.schema.json" "$report" 2>&1) || verdict=${verdict:-ajv failed} ;;
  esac
  if [ -z "$verdict" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s\n%s\n' "$report" "$verdict" >&2
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
