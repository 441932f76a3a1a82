#!/usr/bin/env bash
# Opens the window on the built-in example; without a display, prints the example's audit instead.
source "$(dirname "$0")/steps.sh"
at_failure "make run"

EXAMPLE_AREA=E09000033 # Westminster, the council with most documented uses

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  set_up terminal
  step "Building the takeup command"
  cargo build -p takeup-cli
  step "The built-in example, audited for Westminster"
  example="$TARGET/example.takeup" # made anew each time
  rm -f "$example" "$example"-wal "$example"-shm
  "$TARGET/debug/takeup" new "$example" --example
  "$TARGET/debug/takeup" status "$example" --area "$EXAMPLE_AREA"
  cat << TEXT

There is no display here, so this was the audit as the command prints it.
To see the window, do "make run" in a desktop session. On a machine that has none, "xvfb-run -a make run" opens it on
a virtual screen (apt-get install xvfb xauth). All that the command can do: $TARGET/debug/takeup --help
TEXT
  exit 0
fi

set_up run
step "Building the pages"
npm run --silent --prefix ui build -- --logLevel error
step "Building the window (about five minutes the first time, seconds after that)"
cargo build -p takeup-desktop
step "The window is open on the built-in example; close it to end"
"$TARGET/debug/takeup-desktop" --example
