#!/bin/sh
# Pins every dependency by version and hash; no lock file names a host.
set -eu

compile() { .venv/bin/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 "$@"; }

compile requirements/build.in -o requirements/build.txt
compile requirements/node.in -o requirements/node.txt
compile pyproject.toml -o requirements/run.txt
compile pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
