#!/usr/bin/env bash
# Everything that must hold, cheapest first. Stops at the first failure and says where.
source "$(dirname "$0")/steps.sh"

LOG="$(mktemp)"

# The sum of what cargo test, vitest and node's test runner closed with.
count() {
  awk '
    /^test result:/ { passed += $4; failed += $6; skipped += $8 }
    /^ +Tests  / {
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed/) passed += $(i - 1)
        if ($i ~ /^failed/) failed += $(i - 1)
        if ($i ~ /^skipped/) skipped += $(i - 1)
      }
    }
    /^ℹ pass / { passed += $3 }
    /^ℹ (fail|cancelled) / { failed += $3 }
    /^ℹ skipped / { skipped += $3 }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }
  ' "$LOG"
}

finish() {
  code=$?
  printf '\n'
  count
  rm -f "$LOG"
  [ $code = 0 ] || printf '\nmake test stopped at: %s (exit %s). The reason is above.\n' "$NOW" "$code" >&2
}
trap finish EXIT

# counted COMMAND…: runs it, shows what it prints, and keeps it for the sum.
counted() { "$@" 2>&1 | tee -a "$LOG"; }

export NO_COLOR=1 CARGO_TERM_COLOR=never
[ "${CI:-}" != true ] || export CARGO_INCREMENTAL=0

set_up test

step "Rust formatting"
cargo fmt --all --check

step "Pages: types"
npm run --silent --prefix ui check
step "Pages: lint and formatting"
npm run --silent --prefix ui lint
(cd ui && npx prettier --check --log-level=warn --config .prettierrc.json ../tests/{browser,desktop}/*.mjs)
step "Pages: unit tests"
counted npm run --silent --prefix ui test
step "Pages: build"
npm run --silent --prefix ui build -- --logLevel warn

step "Rust lints, the window included"
cargo clippy --workspace --all-targets -- -D warnings
step "Rust tests, the window included"
counted cargo test --workspace
step "Building the takeup command and the window"
cargo build --workspace --bins

step "Browser journeys (Chromium and axe, on the command's own server)"
counted node --test --test-reporter=spec --test-concurrency=1 tests/browser/*.test.mjs
step "Desktop journey (the real window, on a virtual screen)"
# No journey takes minutes: a window that does not close must fail the test, not stop it for good.
counted timeout 600 xvfb-run -a -s "-screen 0 1280x900x24" node --test --test-reporter=spec tests/desktop/*.test.mjs

step "All of it holds"
