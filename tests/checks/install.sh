#!/usr/bin/env bash
# Installs the pinned programs that omlint is checked with and measured against.
#   install.sh                    into tests/checks/node_modules
#   install.sh --print-ast-grep   prints where ast-grep's own binary is: the `bin` entry may be a script that starts it
#   install.sh --print-sarif      the same for the SARIF validator
set -euo pipefail
cd "$(dirname "$0")"

case ${1:-} in
  --print-ast-grep) echo "$PWD"/node_modules/@ast-grep/cli-linux-*/ast-grep; exit ;;
  --print-sarif) echo "$PWD/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"; exit ;;
esac

npm ci --no-progress --loglevel=error >&2
# What their install scripts would do; npm may be set up not to run those.
chmod +x node_modules/@ast-grep/cli-linux-*/ast-grep node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
