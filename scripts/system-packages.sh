#!/usr/bin/env bash
# Installs what system-packages.txt lists. With "test" also the packages that only tests need.
# Quick and without a network when everything is there already.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted="${1:-run}"

section() { awk -v want="[$1]" '/^\[/ { on = ($1 == want); next } on && NF && !/^#/ { print $1 }' system-packages.txt; }

packages=$(section run)
if [ "$wanted" = test ]; then packages="$packages $(section test)"; fi

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This system has no apt. Signpost needs what these Debian packages hold; install them with your own package manager:"
    echo "  " $packages
    exit 0 # the set-up tries PySide6 afterwards and stops there if a library is missing
fi

# Newer Debian and Ubuntu call some libraries NAMEt64.
installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { print $1 }')
missing=""
for package in $packages; do
    grep -qxE "$package(t64)?" <<<"$installed" || missing="$missing $package"
done
if [ -z "$missing" ]; then exit 0; fi

echo "Installing system packages:$missing"
install=(apt-get install -y --no-install-recommends $missing $(section along))
if [ "$(id -u)" = 0 ]; then
    as_root=(env DEBIAN_FRONTEND=noninteractive)
elif command -v sudo >/dev/null; then
    as_root=(sudo env DEBIAN_FRONTEND=noninteractive)
else
    echo "Installing needs an administrator, and sudo is not here. Ask for:" >&2
    echo "  apt-get update && ${install[*]}" >&2
    exit 3
fi
"${as_root[@]}" apt-get update || echo "Not every package source answered; trying with what is known." >&2
if ! "${as_root[@]}" "${install[@]}"; then
    echo "The system packages could not be installed. An administrator can try:" >&2
    echo "  apt-get update && ${install[*]}" >&2
    exit 3
fi
