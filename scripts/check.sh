#!/usr/bin/env bash
# Every check that needs no running program. All of them run; the exit code says whether all were content.
# CHECK_ON=2026-11-22 checks the texts as if on that day, so that a review date passing turns nothing red.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=()

step() {
    local name="$1" output
    shift
    if output=$("$@" 2>&1); then
        printf '  ok      %s\n' "$name"
    else
        printf '  WRONG   %s\n' "$name"
        head -n 60 <<<"$output"
        [ "$(wc -l <<<"$output")" -le 60 ] || echo "  … and more: $*"
        failed+=("$name")
    fi
}

echo "Checks:"
step "style (ruff check)" "$bin/ruff" check --no-cache .
step "layout (ruff format)" "$bin/ruff" format --no-cache --check .
step "types (mypy --strict)" "$bin/mypy"
step "types of the scripts" "$bin/mypy" --strict --disable-error-code import-not-found scripts hatch_build.py benchmarks
step "layers (import-linter)" "$bin/lint-imports" --no-logo --no-cache
step "catalogues" "$bin/python" scripts/catalogues.py check
step "generated pages" "$bin/python" scripts/generated_docs.py check
step "texts of the demonstration" "$bin/kiosk" check assets/demo ${CHECK_ON:+--on "$CHECK_ON"}

if [ "${#failed[@]}" -gt 0 ]; then
    printf '%d of the checks failed: %s\n' "${#failed[@]}" "$(IFS=,; echo "${failed[*]}")"
    exit 1
fi
