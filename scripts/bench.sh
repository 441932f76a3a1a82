#!/usr/bin/env bash
# How quick everything is. The programs that it is put beside live in a Python environment of their own;
# what is out of reach is left out and said. BENCH_LARGE=1 also measures ten times the country.
source "$(dirname "$0")/steps.sh"
at_failure "make bench"

set_up terminal

ENVIRONMENT="$TARGET/bench-python"
python=()

# The environment, with the packages of requirements.txt one by one: one that is missing leaves the others in.
environment() {
  if ! command -v python3 > /dev/null; then
    echo "There is no python3 here: the other programs are left out." >&2
    return
  fi
  if [ ! -x "$ENVIRONMENT/bin/pip" ] && ! python3 -m venv "$ENVIRONMENT" > "$TARGET/bench-python.log" 2>&1; then
    echo "python3 cannot make an environment (on Debian: apt-get install python3-venv): the other programs are left out." >&2
    rm -rf "$ENVIRONMENT"
    return
  fi
  python=(--python "$ENVIRONMENT/bin/python")
  local package
  while read -r package; do
    "$ENVIRONMENT/bin/pip" install --quiet --no-deps --disable-pip-version-check --retries 1 "$package" 2>> "$TARGET/bench-python.log" ||
      echo "$package could not be had (the reason: $TARGET/bench-python.log)" >&2
  done < tests/bench/requirements.txt
}

step "programs to compare with"
mkdir -p "$TARGET"
environment
step "building"
cargo build --release --quiet -p takeup-tests --bin bench
step "measuring"
large=()
[ "${BENCH_LARGE:-}" != 1 ] || large=(--large)
"$TARGET/release/bench" "${python[@]}" "${large[@]}" "$@"
