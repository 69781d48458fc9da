#!/usr/bin/env bash
# Measures omlint against ripgrep and ast-grep on this machine, in one run:   tests/benchmarks/compare.sh [ROUNDS]
#
#   OMLINT=PATH        the native binary (else it is built)
#   OMLINT_MANAGED=PATH   a framework-dependent ReadyToRun build, measured as well when given
#   CORPUS=DIR         where the corpora are kept between runs (else omlint-benchmarks under the temporary directory)
#   ONLY=single,w1k    the corpora to measure (else all)
set -euo pipefail
cd "$(dirname "$0")/../.."

generator=../shared/bench/gen_corpus.py
[ -e "$generator" ] || generator=tests/benchmarks/generate.py
astgrep_config=../shared/bench/astgrep/sgconfig.yml
[ -e "$astgrep_config" ] || astgrep_config=tests/benchmarks/astgrep/sgconfig.yml

export CORPUS=${CORPUS:-${TMPDIR:-/tmp}/omlint-benchmarks}
mkdir -p "$CORPUS"
for name in single w1k w10k mono hostile; do
  [ -d "$CORPUS/$name" ] || python3 "$generator" "$name"
done

[ -x tests/checks/node_modules/.bin/ast-grep ] || tests/checks/install.sh
OMLINT=${OMLINT:-$(tests/checks/publish-native.sh)}

exec python3 tests/benchmarks/compare.py --corpus "$CORPUS" --omlint "$OMLINT" --managed "${OMLINT_MANAGED:-}" \
  --ast-grep "$(tests/checks/install.sh --print-ast-grep)" --ast-grep-config "$astgrep_config" \
  --only "${ONLY:-}" --rounds "${1:-15}"
