#!/usr/bin/env bash
# Installs what is missing on Debian for one kind of work, and nothing more.
#   setup.sh terminal   the `takeup` command: build it, run it
#   setup.sh run        the window
#   setup.sh dist       the package
#   setup.sh test       everything that the tests use
# Quick when nothing is missing. TAKEUP_SETUP=skip leaves the machine alone (for other systems).
source "$(dirname "$0")/steps.sh"
at_failure "setup"

KIND="${1:?terminal, run, dist or test}"
RUST=1.95
NODE=20.19
DRIVER=2.1.0

terminal=(build-essential)
run=("${terminal[@]}" pkg-config libwebkit2gtk-4.1-dev libgtk-3-dev libdbus-1-dev librsvg2-common fonts-dejavu-core)
dist=("${run[@]}" dpkg-dev)
test=("${run[@]}" xvfb xauth webkit2gtk-driver chromium)
case "$KIND" in
  terminal) packages=("${terminal[@]}") ;;
  run) packages=("${run[@]}") ;;
  dist) packages=("${dist[@]}") ;;
  test) packages=("${test[@]}") ;;
  *) stop "setup.sh: '$KIND' is none of terminal, run, dist, test." ;;
esac

is_debian() {
  command -v apt-get > /dev/null && command -v dpkg-query > /dev/null &&
    grep -qiE '^(ID|ID_LIKE)=.*debian' /etc/os-release 2> /dev/null
}

# at_least HAVE WANT: version order.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

install_debian() {
  local missing=() package
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    printf '\nThese Debian packages are missing. Install them, then do the same again:\n' >&2
    stop "sudo apt-get install -y ${missing[*]}"
  fi
  step "Debian packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

list_needs() {
  cat >&2 << TEXT

This is not Debian (or a system made from it), so nothing was installed. Takeup needs:
  - Rust $RUST or newer (cargo, clippy, rustfmt)
TEXT
  [ "$KIND" = terminal ] || echo "  - Node $NODE or newer (node, npm)" >&2
  echo "  - what these Debian packages hold: ${packages[*]}" >&2
  [ "$KIND" != test ] || echo "  - tauri-driver: cargo install tauri-driver --locked --version $DRIVER" >&2
  stop "With all of that in place, set TAKEUP_SETUP=skip and do the same again."
}

if [ "${TAKEUP_SETUP:-}" != skip ]; then
  if is_debian; then install_debian; else list_needs; fi
fi

command -v cargo > /dev/null || stop "Takeup is built with Rust $RUST or newer, and there is no cargo here: install it with rustup."
rust="$(rustc --version | cut -d ' ' -f 2)"
at_least "$rust" "$RUST" || stop "Takeup is built with Rust $RUST or newer; this is $rust. Try: rustup update stable"

if [ "$KIND" != terminal ]; then
  command -v npm > /dev/null || stop "The pages are built with Node $NODE or newer, and there is no npm here."
  node="$(node --version)"
  at_least "${node#v}" "$NODE" || stop "The pages are built with Node $NODE or newer; this is ${node#v}."
  install_npm ui
fi

if [ "$KIND" = test ]; then
  install_npm tests/browser
  if ! cargo install --list | grep -q "^tauri-driver v$DRIVER:"; then
    step "tauri-driver $DRIVER (drives the real window)"
    cargo install tauri-driver --locked --version "$DRIVER" --quiet
  fi
fi
