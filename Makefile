# make audit [URL=https://www.agency.gov] [OUT=DIR]   sets up everything, audits, prints the report's path
# make test                                           sets up everything, runs every test
# make lint                                           style, types, and the directions of docs/architecture.md

PYTHON ?= python3
URL ?=
OUT ?= ideaaudit-report
OPTIONS ?=
VENV := .venv
BIN := $(VENV)/bin

.PHONY: audit test lint setup dev lock clean

# The URL reaches the shell through the environment alone, so that no character of it is code.
audit: export AUDIT_URL = $(URL)
audit: export AUDIT_OUT = $(OUT)
audit: setup
	@if [ -n "$$AUDIT_URL" ]; then \
		$(BIN)/ideaaudit audit "$$AUDIT_URL" --out "$$AUDIT_OUT" --fail-on never $(OPTIONS); \
	else \
		$(BIN)/python -m tests.sites.demo --out "$$AUDIT_OUT"; \
	fi

test: dev
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(VENV)/.ready
dev: $(VENV)/.dev

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m crawler.browser.get
	@touch $@

$(VENV)/.dev: $(VENV)/.ready requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m crawler.browser.get chromedriver
	@touch $@

# No address of an index goes into a lock file.
lock:
	uv pip compile pyproject.toml --extra build --extra samples --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --quiet --upgrade --custom-compile-command "make lock" -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra samples --extra dev --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --quiet --upgrade --custom-compile-command "make lock" \
		-c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
