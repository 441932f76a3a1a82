#!/usr/bin/env bash
# Builds dist/takeup_<version>_<architecture>.deb: the window, the `takeup` command, and what a desktop needs
# to show them. dpkg-deb is enough, and needs no network, which Tauri's own bundler does.
source "$(dirname "$0")/steps.sh"
at_failure "make dist"

set_up dist
step "Building the pages"
npm run --silent --prefix ui build -- --logLevel error
step "Building the release programs (several minutes)"
cargo build --release -p takeup-cli -p takeup-desktop

version="$(cargo pkgid -p takeup-cli)"
version="${version##*[@#]}"
architecture="$(dpkg --print-architecture)"
package="dist/takeup_${version}_${architecture}.deb"
tree="$(mktemp -d)"
root="$tree/root"

step "Packing $package"
install -D -m 755 -t "$root/usr/bin" "$TARGET/release/takeup" "$TARGET/release/takeup-desktop"
strip "$root"/usr/bin/*
install -D -m 644 scripts/dist/takeup.desktop "$root/usr/share/applications/takeup.desktop"
install -D -m 644 scripts/dist/takeup.xml "$root/usr/share/mime/packages/takeup.xml"
for size in 32 128 256 512; do
  install -D -m 644 "src-tauri/icons/${size}x${size}.png" \
    "$root/usr/share/icons/hicolor/${size}x${size}/apps/takeup.png"
done
install -D -m 644 scripts/dist/copyright "$root/usr/share/doc/takeup/copyright"
cat LICENSE-MIT >> "$root/usr/share/doc/takeup/copyright"
install -D -m 644 README.md "$root/usr/share/doc/takeup/README.md"

# What the programs link against decides what the package depends on.
mkdir "$tree/debian"
printf 'Source: takeup\n\nPackage: takeup\nArchitecture: any\n' > "$tree/debian/control"
depends="$(cd "$tree" && dpkg-shlibdeps -O root/usr/bin/takeup root/usr/bin/takeup-desktop 2> /dev/null)"

mkdir "$root/DEBIAN"
cat > "$root/DEBIAN/control" << CONTROL
Package: takeup
Version: $version
Architecture: $architecture
Maintainer: The Takeup contributors <takeup@localhost>
Installed-Size: $(du -sk "$root/usr" | cut -f 1)
Depends: ${depends#shlibs:Depends=}
Recommends: xdg-utils
Section: misc
Priority: optional
Description: which powers citizens hold, and which lie unused or are blocked
 Takeup audits the powers that citizens hold in a council's area: used, refused,
 unused, blocked or never checked, each with its evidence and its law. It reads
 public registers from your disk and sends nothing anywhere.
 .
 This package holds the window (takeup-desktop) and the command (takeup).
CONTROL
mkdir -p dist
dpkg-deb --root-owner-group --build "$root" "$package" > /dev/null
rm -r "$tree"
dpkg-deb --info "$package" >&2
step "Done: install it with  sudo apt-get install ./$package"
