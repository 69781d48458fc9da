#!/usr/bin/env bash
# Builds the native binary (net9.0, where the compiler package of net10.0 cannot be restored) and prints its path.
set -euo pipefail
cd "$(dirname "$0")/../.."

linker=()
command -v clang >/dev/null || linker=(-p:CppCompilerAndLinker=gcc)
runtime=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')

dotnet publish src/OmConfigLint.Cli -c Release -r "$runtime" -p:OmlintFramework=net9.0 -p:PublishAot=true "${linker[@]}" -v:quiet -nologo >&2
echo "$PWD/artifacts/net9.0/publish/OmConfigLint.Cli/release_$runtime/omlint"
