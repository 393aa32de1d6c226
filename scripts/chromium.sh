#!/bin/sh
# find: prints the path of a Chromium, or nothing. install: makes sure that there is one that can be driven.
set -eu

find_one() {
    for name in "${BEREDD_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" && return
    done
    return 0
}

# The program that drives the browser needs libatomic, which the smallest Debian lacks.
all_there() { [ -n "$(find_one)" ] && /sbin/ldconfig -p | grep -q libatomic.so.1; }

[ "${1:-find}" = find ] && { find_one; exit; }
all_there && exit
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq chromium libatomic1 >/dev/null
else
    echo "The browser tests need Chromium. Run as an administrator: apt-get install chromium libatomic1" >&2
    exit 1
fi
