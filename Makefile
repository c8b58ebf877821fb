# Two commands do everything: `make serve` shows the demo, `make test` runs all checks.
# Each sets up what it needs, in .venv; nothing else on the machine is touched,
# but for Chromium and Jekyll, which the tests install when there is none.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
VENV := .venv
BIN := $(VENV)/bin
LOWEST := $(VENV)/lowest
NEIGHBOURS := $(VENV)/neighbours
MATERIALX := $(VENV)/materialx
export NO_MKDOCS_2_WARNING := 1
# The tests start hundreds of Pythons, and each would compile the package anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
FUZZ ?= 10
# Ours, and those that `career-roadmap init` writes.
WORKFLOWS := $(wildcard .github/workflows/*.yml) \
  $(addprefix plugin/mkdocs_career_roadmap/authoring/scaffold/,site.yml rebuild.yml)
.PHONY: help serve site test quick coverage test-hosts test-browser test-jekyll lowest lint fuzz bench mutants neighbours materialx reference pictures clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

# What the site needs, and what the tests need besides. pip 25.1 is the first
# that reads the dependency groups of pyproject.toml.
$(VENV)/site.stamp: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check 'pip>=25.1'
	$(BIN)/pip install -q --disable-pip-version-check -e . --group site
	@touch $@

$(VENV)/test.stamp: pyproject.toml $(VENV)/site.stamp
	$(BIN)/pip install -q --disable-pip-version-check --group test --group lint
	@touch $@

$(VENV)/mutants.stamp: pyproject.toml $(VENV)/test.stamp
	$(BIN)/pip install -q --disable-pip-version-check --group mutants
	@touch $@

serve: $(VENV)/site.stamp  ## preview the demo roadmap at 127.0.0.1:8000
	$(BIN)/mkdocs serve --livereload -a $(ADDRESS)

site: $(VENV)/site.stamp  ## build the demo roadmap into site/
	$(BIN)/mkdocs build --strict

# What a test needs besides: a browser, and the Jekyll that the import is compared with.
.PHONY: chromium jekyll
chromium: $(VENV)/test.stamp
	sh tests/browser/install-chromium.sh $(BIN)
jekyll:
	sh tests/jekyll/install-jekyll.sh

# As many as there are cores. One more, for tests wait for servers and browsers in between, takes a tenth more
# CPU on two cores: each collects all the tests and has its own Chromium.
PYTEST := $(BIN)/pytest -n auto
# What comes first in what a page goes through, in two halves that take the same time.
HALVES := $(addprefix quick-,read drawn)
quick-read: TESTS := vocabulary reading test_cases.py
quick-drawn: TESTS := roadmap pages exports test_flow.py

test: chromium jekyll  ## run every check and test
	@$(MAKE) --no-print-directory --output-sync --jobs 2 lint compiled
	$(PYTEST)

# All workers begin at once, and each would compile all the test modules for itself.
# What is wrong with one is told by the tests themselves, which come next.
.PHONY: compiled
compiled: $(VENV)/compiled.stamp
$(VENV)/compiled.stamp: $(VENV)/test.stamp $(shell find tests -name '*.py')
	@$(BIN)/pytest -q --collect-only > /dev/null || true
	@touch $@

quick: $(VENV)/test.stamp  ## run the tests of the core alone
	@$(MAKE) --no-print-directory --output-sync --jobs 2 $(HALVES)
.PHONY: $(HALVES)
$(HALVES): # each in a process of its own: workers that share would find all the tests twice
	@HYPOTHESIS_PROFILE=quick $(BIN)/pytest -q -m 'not slow' $(addprefix tests/,$(TESTS))

coverage: $(VENV)/test.stamp chromium jekyll  ## run every test at full depth, and tell which lines none reaches
	HYPOTHESIS_PROFILE=full $(PYTEST) --timeout 900 --cov --cov-report=term-missing:skip-covered

# The parts of `make test`, for the jobs of .github/workflows/test.yml.
test-hosts: $(VENV)/test.stamp
	$(PYTEST) --ignore tests/browser --ignore tests/jekyll --ignore tests/hugo --ignore tests/fuzz
test-browser: $(VENV)/test.stamp chromium
	$(PYTEST) tests/browser
test-jekyll: $(VENV)/test.stamp jekyll
	$(PYTEST) tests/jekyll tests/hugo tests/fuzz

lowest: jekyll | $(VENV)/bin/pip  ## run the tests with the lowest dependencies that pyproject.toml allows
	$(PYTHON) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/python tests/lowest.py > $(LOWEST)/versions.txt
	$(LOWEST)/bin/pip install -q --disable-pip-version-check 'pip>=25.1'
	$(LOWEST)/bin/pip install -q --disable-pip-version-check -e . --group tools --group neighbours -c $(LOWEST)/versions.txt
	$(LOWEST)/bin/pytest -n auto -m 'not newest' $(addprefix --ignore tests/,browser mkdocs_host/neighbours zensical_host)

lint: $(VENV)/test.stamp  ## check style, types, layers and workflows
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows $(WORKFLOWS)
	$(BIN)/zizmor --offline --quiet --persona pedantic $(WORKFLOWS)

fuzz: $(VENV)/test.stamp  ## try random input for longer: make fuzz FUZZ=20 takes twenty times a minute
	HYPOTHESIS_PROFILE=full FUZZ=$(FUZZ) $(PYTEST) --timeout 0 tests/fuzz

bench: $(VENV)/test.stamp  ## measure speed and memory, as ratios against the site without us
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/remembering.py
	PYTHONPATH=tests $(BIN)/python benchmarks/growth.py

mutants: $(VENV)/mutants.stamp  ## measure what the tests notice; MODULES="flow hugo" for some, SAMPLE=8 for some mutants of each
	PYTHONPATH=tests $(BIN)/python benchmarks/mutants.py $(if $(SAMPLE),--sample $(SAMPLE)) $(MODULES)

# Ours as users have it, installed and not from this folder.
neighbours: $(VENV)/test.stamp  ## build a site beside each of fifty plugins, for the guide; NAMES="mike mkdocs-video" for some
	$(PYTHON) -m venv $(NEIGHBOURS)
	$(NEIGHBOURS)/bin/pip install -q --disable-pip-version-check mkdocs==1.6.1 'mkdocs-material[imaging]==9.8.2' .
	$(NEIGHBOURS)/bin/pip install -q --disable-pip-version-check --force-reinstall --no-deps .
	PYTHONPATH=tests $(BIN)/python -m neighbours $(NEIGHBOURS)/bin/python $(NAMES)

# It has the files of Material under the same names, so the two cannot be installed together.
materialx: | $(VENV)/bin/pip  ## run the tests of the hosts with MaterialX, the fork, in place of Material
	$(PYTHON) -m venv --clear $(MATERIALX)
	$(MATERIALX)/bin/pip install -q --disable-pip-version-check 'pip>=25.1'
	$(MATERIALX)/bin/pip install -q --disable-pip-version-check -e . --group tools mkdocs-materialx==10.2.2
	$(MATERIALX)/bin/pip uninstall -q -y mkdocs-material
	$(MATERIALX)/bin/pip install -q --disable-pip-version-check --force-reinstall --no-deps mkdocs-materialx==10.2.2
	$(MATERIALX)/bin/pytest -n 2 tests/mkdocs_host/test_hosts.py

reference: $(VENV)/site.stamp  ## make the guide's tables anew from those of the code
	PYTHONPATH=tests $(BIN)/python -m reference

pictures: site chromium  ## take the pictures of the README and the guide from the demo and the tutorial
	$(BIN)/pip install -q --disable-pip-version-check --group pictures
	PYTHONPATH=tests $(BIN)/python -m browser.pictures site docs/pictures

clean:  ## remove what the other targets made
	rm -rf $(VENV) .mutants site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
