#!/usr/bin/env bash
# Makes this checkout ready: system packages, .venv, locked Python packages, catalogues, the demo edition.
#   scripts/set-up.sh          what the kiosk needs
#   scripts/set-up.sh test     and what the tests need
# Each step is skipped, without a network, while what it was made from has not changed.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted="${1:-run}"
venv=.venv

say() { printf '== %s\n' "$*"; }
# One line of text that changes when any of the files does; the folder's place counts, since a venv cannot be moved.
key() { { echo "$PWD"; cat "$@"; } | sha256sum | cut -d' ' -f1; }
key_of_folders() {
    { find "$@" -type f ! -path '*/__pycache__/*' -print0 2>/dev/null || true; } | LC_ALL=C sort -z |
        xargs -0r sha256sum | sha256sum | cut -d' ' -f1
}
unchanged() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

scripts/system-packages.sh "$wanted"

# --- the virtual environment, with any Python 3.11 or newer that can make one
if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=""
    for candidate in "${PYTHON:-}" python3.11 python3 /usr/bin/python3.11 /usr/bin/python3 python3.12 python3.13; do
        if [ -n "$candidate" ] && "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python="$candidate"
            break
        fi
    done
    if [ -z "$python" ]; then
        echo "No Python 3.11 or newer that can make a virtual environment was found." >&2
        echo "On Debian: apt-get install python3 python3-venv. Elsewhere: PYTHON=/path/to/python3.11 make setup" >&2
        exit 3
    fi
    say "Making $venv with $("$python" --version)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi

# --- Python packages, exactly those of the lock; the hashes are checked
lock=requirements.lock
[ "$wanted" = test ] && lock=requirements-dev.lock
lock_key=$(key "$lock")
if ! unchanged "$venv/.locked-$wanted" "$lock_key"; then
    say "Installing Python packages from $lock"
    "$venv/bin/python" -m pip install --disable-pip-version-check --quiet --require-hashes --no-deps --only-binary=:all: -r "$lock"
    key requirements.lock >"$venv/.locked-run" # the tests' lock holds every line of the kiosk's
    echo "$lock_key" >"$venv/.locked-$wanted"
fi

project_key=$(key pyproject.toml hatch_build.py kiosk/__init__.py)
if ! unchanged "$venv/.project" "$project_key"; then
    say "Installing Signpost from this folder"
    "$venv/bin/python" -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --no-index --editable .
    echo "$project_key" >"$venv/.project"
fi

# Compiled ahead, so that the first start is as quick as the next.
code_key=$(key_of_folders kiosk)
if ! unchanged "$venv/.compiled" "$code_key"; then
    "$venv/bin/python" -m compileall -q kiosk
    echo "$code_key" >"$venv/.compiled"
fi

if ! unchanged "$venv/.loads" "$lock_key"; then
    if ! problem=$(QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c 'from PySide6 import QtMultimedia, QtSvg, QtWidgets; QtWidgets.QApplication([])' 2>&1); then
        echo "PySide6 does not start on this system:" >&2
        echo "$problem" | tail -n 3 >&2
        echo "A system library is missing; what is needed is listed in system-packages.txt (names as in Debian 12)." >&2
        exit 3
    fi
    echo "$lock_key" >"$venv/.loads"
fi

# --- catalogues of the interface's languages
mkdir -p build
shopt -s nullglob
words_key=$(key_of_folders locales/*/LC_MESSAGES/*.po scripts/catalogues.py)
if ! unchanged build/.catalogues "$words_key"; then
    "$venv/bin/python" scripts/catalogues.py compile
    echo "$words_key" >build/.catalogues
fi

# --- the demo edition
demo_key=$(key_of_folders assets/demo assets/national kiosk/edition kiosk/content kiosk/directory kiosk/estimates kiosk/document kiosk/records.py)
if [ ! -f build/demo-edition/manifest.json ] || ! unchanged build/.demo-edition "$demo_key"; then
    say "Building the demo edition"
    rm -rf build/.demo-edition build/demo-edition
    "$venv/bin/kiosk" build assets/demo --into build/demo-edition
    echo "$demo_key" >build/.demo-edition
fi
