#!/bin/sh
# find: prints the path of a Chromium, or nothing. install: makes sure that there is one.
set -eu

find_one() {
    for name in "${BEREDD_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" && return
    done
    return 0
}

[ "${1:-find}" = find ] && { find_one; exit; }
[ -n "$(find_one)" ] && exit
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq chromium >/dev/null
else
    echo "The browser tests need Chromium. Run as an administrator: apt-get install chromium" >&2
    exit 1
fi
