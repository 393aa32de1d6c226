# The only door. `make help` lists what stands behind it.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:

BIN := .venv/bin
export BEREDD_CHROMIUM ?= $(shell scripts/chromium.sh find)
phone_sources = $(shell find phone src/beredd/*/locale -type f -not -name '*.mo' 2>/dev/null) contract/cases
office_sources = $(shell find office-ui -type f 2>/dev/null)

.PHONY: help install demo test check unit postgres journeys bench screens lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

install: .venv/.run node_modules/.built ## everything the service needs; starts nothing

demo: install ## a whole municipality on this machine, at http://localhost:8000
	@BEREDD_DATA="$${BEREDD_DATA:-$(CURDIR)/var/demo}" $(BIN)/beredd demo

test: .venv/.dev node_modules/.built ## all that must hold before a change lands
	@scripts/chromium.sh install
	@$(BIN)/python scripts/test_all.py

check: .venv/.dev node_modules/.built ## style, types, doors between the parts
	@$(BIN)/python scripts/test_all.py check

unit: .venv/.dev ## the fast tests, on SQLite
	@$(BIN)/python -m pytest

postgres: .venv/.dev ## those that touch a database, on a real PostgreSQL
	@$(BIN)/python scripts/with_postgres.py $(BIN)/python -m pytest

journeys: .venv/.dev node_modules/.built ## the stories, in a real browser
	@scripts/chromium.sh install
	@$(BIN)/python -m pytest -m journey tests/journeys

bench: .venv/.dev node_modules/.built ## how fast, beside a peer in the same run
	@scripts/chromium.sh install
	@$(BIN)/python bench/intake.py
	@$(BIN)/python bench/phone.py
	@$(BIN)/python bench/paper.py
	@$(BIN)/python bench/press.py
	@$(BIN)/python bench/search.py
	@$(BIN)/python bench/library.py

screens: .venv/.dev node_modules/.built ## the pictures in README, taken anew
	@scripts/chromium.sh install
	@$(BIN)/python scripts/screens.py

lock: .venv/.run ## the lock files, from pyproject.toml and requirements/*.in
	@scripts/lock.sh

clean: ## away with all that was built and installed here
	rm -rf .venv node_modules var src/beredd/phone_api/app src/beredd/office/static/office
	find src -name '*.mo' -delete

.venv/.made: requirements/build.txt
	@scripts/venv.sh
	@touch $@

.venv/.run: .venv/.made requirements/run.txt pyproject.toml $(wildcard src/beredd/*/locale/*/LC_MESSAGES/django.po)
	@$(BIN)/uv pip install -q --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m beredd.i18n.build
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@$(BIN)/uv pip install -q --require-hashes -r requirements/dev.txt
	@touch $@

node_modules/.installed: package-lock.json requirements/node.txt .venv/.made
	@scripts/node.sh npm ci --no-progress
	@touch $@

node_modules/.built: node_modules/.installed $(phone_sources) $(office_sources)
	@scripts/node.sh npm run --silent build
	@touch $@
