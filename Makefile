# `make` alone lists what there is. Every target installs what it needs first; a second run is quick.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
PORT ?= 8000
CHROMIUM ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet --require-hashes

# The theme's notice about MkDocs 2, which the pins keep out.
export NO_MKDOCS_2_WARNING := 1

SITE := .venv/site.stamp
TESTS := .venv/tests.stamp
NPM := tests/node_modules/.package-lock.json
SCRIPT_TESTS := $(wildcard tests/*/*.test.mjs)

# The file of the practice that runs the guide, where there is one.
OWN := $(if $(wildcard practice.yml),--config-file practice.yml)

.PHONY: help serve build check ledger changes review practice test bench measure format lock clean node java browser

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 16

serve: $(SITE) ## the guide on this machine, built anew at every save (PORT=8000)
	@port=$$($(BIN)/python -c "$$FREE_PORT" $(PORT)); exec $(BIN)/mkdocs serve $(OWN) --dev-addr "127.0.0.1:$$port"

build: $(SITE) ## the guide into site/, strictly
	$(BIN)/mkdocs build --strict --clean --site-dir site $(OWN)

check: $(SITE) ## mistakes in the content, all of them, and nothing else
	@$(BIN)/python -m macros.check

practice: $(SITE) ## a commented practice.yml to start from, for a practice that makes the guide its own
	@$(BIN)/python -m macros.starter

ledger: $(SITE) ## new permanent addresses, added to the list of those that must never break
	$(BIN)/python -m macros.ledger

changes: $(SITE) ## today written down as the day on which new and changed pages last changed
	@$(BIN)/python -m macros.changes

review: $(SITE) ## the review of a page, signed: PAGE=sessions/door-handle BY="Name, role"
	@$(BIN)/python -m macros.review "$${PAGE:-}" "$${BY:-}"

test: $(TESTS) $(NPM) java browser ## everything that is proven; stops at the first thing that fails
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict macros
	$(call with_npm,cd tests && node_modules/.bin/biome check --error-on-warnings . ../overrides)
	$(call with_npm,tests/node_modules/.bin/tsc --project tests)
	$(call with_npm,tests/node_modules/.bin/tsc --project tests/tsconfig.worker.json)
	$(if $(SCRIPT_TESTS),$(call with_npm,node --test $(SCRIPT_TESTS)))
	CHROMIUM="$(chromium)" $(BIN)/python -m pytest --cov --cov-report=term $(if $(chromium),,--ignore=tests/browser)

bench: $(TESTS) browser ## times and sizes as ratios to a baseline of the same run; never fails on the clock
	CHROMIUM="$(chromium)" $(BIN)/python -m tests.bench

measure: $(TESTS) ## how each page reads: its reading age, its longest sentence and paragraph
	@$(BIN)/python -m tests.measure

format: $(TESTS) $(NPM) ## one layout for Python, JavaScript and CSS
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	$(call with_npm,cd tests && node_modules/.bin/biome check --write . ../overrides)

lock: export UV_CUSTOM_COMPILE_COMMAND := make lock
lock: COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url
lock: $(TESTS) node ## newest allowed versions into requirements.txt, tests/requirements.txt, tests/package-lock.json
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) tests/requirements.in --output-file tests/requirements.txt
	cd tests && rm -rf node_modules package-lock.json && \
		npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund

clean: ## back to a fresh clone
	rm -rf .venv site tests/node_modules .mypy_cache .ruff_cache .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What the targets stand on -----------------------------------------------------------------

# Made anew when a pin changes, so that nothing left over can hide a missing one.
$(SITE): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call debian,python3-venv) || \
		{ echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian: python3-venv)." >&2; false; }
	$(PYTHON) -m venv --clear .venv
	$(PIP) -r requirements.txt
	@touch $@

$(TESTS): $(SITE) tests/requirements.txt
	$(PIP) -r tests/requirements.txt
	@touch $@

# No package's own script runs: none is needed, and one would download a Java of its own.
$(NPM): tests/package.json tests/package-lock.json | node
	$(call with_npm,npm ci --prefix tests --ignore-scripts --no-audit --no-fund --loglevel=error)
	@mkdir -p $(@D) && touch $@

node:
	@{ node --version && npm --version; } >/dev/null 2>&1 || $(call debian,nodejs npm) || \
		$(call left_out,Node.js with npm,biome$(comma) tsc$(comma) the tests of scripts and of vendored files)

java:
	@java -version >/dev/null 2>&1 || $(call debian,default-jre-headless) || \
		$(call left_out,Java,the HTML checker)

browser:
	@test -n "$(chromium)" || $(call debian,chromium) || \
		$(call left_out,Chromium (or CHROMIUM=/its/path),the browser tests)

comma := ,

# Read when a recipe starts, and so after a prerequisite may have installed it.
chromium = $(firstword $(CHROMIUM) \
	$(shell command -v chromium chromium-browser google-chrome google-chrome-stable) \
	$(wildcard $(HOME)/.cache/ms-playwright/chromium-*/chrome-linux*/chrome))
with_npm = $(if $(shell command -v npm),$(1),@echo 'Left out, for want of npm: $(1)')

# $(call debian,PACKAGES): installs them where that is allowed, else fails without a word.
debian = { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(1) >/dev/null; }

# $(call left_out,WHAT,PART): says what is missing and what that leaves out; in CI that is a failure.
left_out = { echo "Not found, and could not be installed: $(1). Left out: $(2)." >&2; test -z "$${CI:-}"; }

define FREE_PORT
import itertools, socket, sys
for port in itertools.count(int(sys.argv[1])):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    print(port)
    break
endef
export FREE_PORT
