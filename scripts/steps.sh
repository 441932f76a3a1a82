# Read by the other scripts: where things are, and how a step is shown and stopped.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PATH="$PATH:$HOME/.cargo/bin"
TARGET="${CARGO_TARGET_DIR:-target}"

NOW="starting"
STARTED=$SECONDS

# step TEXT: says what comes next, and how long the last one took.
step() {
  [ "$NOW" = starting ] || printf '    (%s s)\n' "$((SECONDS - STARTED))" >&2
  NOW="$1"
  STARTED=$SECONDS
  printf '\n==> %s\n' "$NOW" >&2
}

# stop TEXT: the last line a person reads.
stop() {
  trap - EXIT
  printf '\n%s\n' "$1" >&2
  exit 1
}

# at_failure COMMAND: what to say when a step fails.
at_failure() {
  trap 'code=$?; [ $code = 0 ] || { printf "\n%s stopped at: %s (exit %s). The reason is above.\n" "'"$1"'" "$NOW" "$code" >&2; }' EXIT
}

# set_up KIND: what setup.sh installs. When it stops, its last line stays the last.
set_up() { bash scripts/setup.sh "$1" || { trap - EXIT; exit 1; }; }

# install_npm FOLDER: its packages, unless they already are those of the lock file.
install_npm() {
  if ! cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock.json"; then
    step "npm packages of $1"
    npm ci --prefix "$1" --no-fund --no-audit --loglevel=error
    cp "$1/package-lock.json" "$1/node_modules/.installed-lock.json"
  fi
}
