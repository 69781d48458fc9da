#!/usr/bin/env bash
# Packs the tool, installs it from a folder and runs it; makes the native archive and runs what is in it.
set -uo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=checklist.bash
. tests/checks/checklist.bash package
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

run dotnet pack --configuration Release --output "$work/feed"
check "dotnet pack at the root succeeds" "$code" = 0
check "it gives one package" "$(cd "$work/feed" && echo *.nupkg | sed 's/[0-9][0-9.]*nupkg/N.nupkg/')" = omlint.N.nupkg
run unzip -Z1 "$work"/feed/*.nupkg
check "the package holds its dependencies" "$(grep -c -E '/any/(omlint|OmConfigLint\.(Syntax|Analysis|Rules)|Microsoft\.CodeAnalysis|System\.CommandLine|YamlDotNet)\.dll$' <<<"$output")" = 7
check "the package holds its README" "$(grep -cx README.md <<<"$output")" = 1
run unzip -p "$work"/feed/*.nupkg omlint.nuspec
check "the package depends on no other" "$(grep -c '<dependency ' <<<"$output")" = 0

# A folder as the only source, and an empty cache: nothing comes from elsewhere.
printf '<configuration><packageSources><clear /><add key="feed" value="%s" /></packageSources></configuration>' "$work/feed" > "$work/nuget.config"
export NUGET_PACKAGES=$work/cache
run dotnet tool install omlint --tool-path "$work/bin" --configfile "$work/nuget.config"
check "it installs from a folder" "$code" = 0
unset NUGET_PACKAGES
run "$work/bin/omlint" --version
version='^omlint [0-9.]+ \([0-9a-f]{7}\), [0-9]+ rules, OpenMetadata [0-9.]+ to [0-9.]+$'
check "it tells version, commit, rules and releases" "$(grep -cE "$version" <<<"$output")" = 1
run "$work/bin/omlint" tests/samples --format json
check "it finds what is wrong with the samples" "$code$(grep -c '"id": "OM1001"' <<<"$output" | sed 's/[1-9][0-9]*/ OM1001/')" = "1 OM1001"

run env OMLINT_FRAMEWORK="${OMLINT_FRAMEWORK:-net9.0}" src/publish.sh "$work/native"
archive=$(tail -n 1 <<<"$output")
check "publish.sh makes an archive" "$code" = 0
run bash -c 'cd "$(dirname "$1")" && sha256sum --check "$1.sha256"' - "$archive"
check "its checksum is right" "$code" = 0
tar -C "$work" -xzf "$archive"
run bash -c '"$1"/omlint-*/omlint --version' - "$work"
check "the binary in it runs" "$(grep -cE "$version" <<<"$output")" = 1
finish
