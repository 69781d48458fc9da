# What checks written for the shell print; as checklist.py has it. To be sourced:   . checklist.bash PREFIX
prefix=$1
shift
failed=0
output=
code=

# run COMMAND...: its standard output and error in $output, its exit code in $code.
run() {
  output=$("$@" 2>&1)
  code=$?
}

# check NAME ACTUAL = EXPECTED: one line; what the last run printed stands below a failure.
check() {
  if [ "$2" = "$4" ]; then
    echo "ok $prefix: $1"
  else
    failed=1
    printf 'failed %s: %s\n    is:     %s\n    wanted: %s\n' "$prefix" "$1" "$2" "$4"
    tail -n 40 <<<"$output" | sed 's/^/    | /'
  fi
}

# skip NAME REASON: a check that cannot run here.
skip() {
  echo "skipped $prefix: $1: $2"
}

# finish: ends the script.
finish() {
  exit "$failed"
}
