# The two commands are `make build` (the main job) and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: build test check soak docs site wheel clean

build: .venv/ready
	$(BIN)/readinglist lint
	$(BIN)/readinglist build

test: .venv/ready
	$(BIN)/pytest

# What CI runs: format, lint, types, tests with coverage, the manual, and the wheel as who installs it gets it.
check: .venv/ready wheel site
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --cov --cov-report=term

# The full counts of the property and kill tests.
soak: .venv/ready
	READINGLIST_SOAK=1 $(BIN)/pytest

# Rewrite the parts of the manual that the program itself knows.
docs: .venv/ready
	$(BIN)/python docs/generate.py

# The manual as a site, in site/; a link that leads nowhere is an error.
site: .venv/ready
	$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet --fresh-env --doctree-dir site/.doctrees docs site

# The wheel, installed alone for every Python that is here.
wheel: .venv/ready
	rm -rf dist .wheels
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@for python in python3.11 python3.12 python3.13 python3.14; do \
		$$python -c 'import ensurepip, venv' 2>/dev/null || continue; \
		$$python -m venv .wheels/$$python && \
		.wheels/$$python/bin/pip install --quiet --disable-pip-version-check --upgrade pip && \
		.wheels/$$python/bin/pip install --quiet --disable-pip-version-check dist/*.whl || exit 1; \
	done

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "readinglist needs Python 3.11 or newer; $(PYTHON) is older (set PYTHON=...)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "python3-venv is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@# Debian's pip writes commands that load more than they need; the current one does not.
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv .wheels dist site
