# Sets up and runs everything in .venv. Two targets for people: `make demo` and `make test`. The others are parts.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test readers bench format lint types layers licences unit floors clean help
.DEFAULT_GOAL := help

help:
	@echo "make demo    build the dossier of the invented story and say where to open it"
	@echo "make test    everything that CI runs"
	@echo "make bench   scores on the real pages and speed (needs ../shared)"
	@echo "make readers other people's programs, by which the tests of exports read them"
	@echo "make format  format the code"

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "takhrij needs Python 3.11 or newer; give it as: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) install --upgrade "pip>=25.1"
	$(PIP) install --editable . --group dev
	$(BIN)/python -m compileall -q src
	touch $(READY)

demo: $(READY)
	$(BIN)/takhrij build examples/pages --world examples/world --output out/demo

test: $(READY) lint types layers licences unit floors

TIMELINEJS := @knight-lab/timelinejs@3.9.11

# What others read our exports with, apart from the rest: some of it is under licences that takhrij cannot take.
.venv-readers:
	$(PYTHON) -m venv .venv-readers
	.venv-readers/bin/python -m pip install --quiet --disable-pip-version-check followthemoney prov openpyxl pyld datasette \
	  duckdb markdown-it-py

.venv-readers/node_modules: | .venv-readers
	@command -v npm > /dev/null || { echo "TimelineJS comes by npm, which is part of Node.js: install that first"; exit 1; }
	npm install --silent --no-audit --no-fund --prefix .venv-readers $(TIMELINEJS)

readers: .venv-readers .venv-readers/node_modules

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

# Tools that only tests use may be MPL; nothing here may be GPL, AGPL, non-commercial or research-only.
# axe-playwright-python is MIT by its licence file (axe-core in it MPL); its metadata say nothing.
ALLOWED := Apache;BSD;ISC;MIT;PSF;Python Software Foundation;MPL;Mozilla Public License;Unlicense;CC0
licences: $(READY)
	$(BIN)/pip-licenses --format=plain --partial-match --ignore-packages takhrij axe-playwright-python --allow-only="$(ALLOWED)" > /dev/null

unit: $(READY)
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

floors: $(READY)
	$(BIN)/python -m bench.floors

bench: $(READY)
	$(BIN)/python -m bench

clean:
	rm -rf .venv out dist build
