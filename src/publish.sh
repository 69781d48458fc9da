#!/usr/bin/env bash
# Makes the native binary as an archive with its checksum:   src/publish.sh [DIRECTORY]
#   OMLINT_FRAMEWORK=net9.0   where the native compiler for .NET 10 cannot be restored
#   RUNTIME=linux-arm64       default: this machine's
# Prints the path of the archive; the checksum stands beside it, as `sha256sum --check` reads it.
set -euo pipefail
target=$(mkdir -p "${1:-artifacts/packages}" && cd "${1:-artifacts/packages}" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

framework=${OMLINT_FRAMEWORK:-net10.0}
case $(uname -s) in
  Darwin) system=osx ;;
  *) system=linux ;;
esac
runtime=${RUNTIME:-$system-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')}
linker=()
command -v clang >/dev/null || linker=(-p:CppCompilerAndLinker=gcc)

options=(src/OmConfigLint.Cli -c Release -r "$runtime" "-p:OmlintFramework=$framework" -p:PublishAot=true)
dotnet publish "${options[@]}" ${linker[@]+"${linker[@]}"} -v:quiet -nologo >&2
version=$(dotnet msbuild src/OmConfigLint.Cli -getProperty:Version)

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
name=omlint-$version-$runtime
mkdir "$stage/$name"
cp "artifacts/$framework/publish/OmConfigLint.Cli/release_$runtime/omlint" LICENSE README.md "$stage/$name"
tar -C "$stage" -czf "$target/$name.tar.gz" "$name"
cd "$target"
if command -v sha256sum >/dev/null; then
  sha256sum "$name.tar.gz" > "$name.tar.gz.sha256"
else
  shasum -a 256 "$name.tar.gz" > "$name.tar.gz.sha256"
fi
echo "$target/$name.tar.gz"
