# Two commands on a fresh machine with Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SPARK := $(VENV)/.spark
WORKERS ?= 2
OUT ?= out

.PHONY: help demo test test-all lint types contracts bench docs lock clean
.DELETE_ON_ERROR:

help:  ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The hashed lock is what is installed; the package itself is linked, not copied.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Monazite needs Python 3.11 or newer; set PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Spark is big and only `make test-all` and clusters need it.
$(SPARK): requirements-spark.lock $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-spark.lock
	@touch $@

demo: $(STAMP)  ## a ruling, who supplies and stands on whom, a briefing; then the desk, until Ctrl-C (ONCE=1: not)
	@mkdir -p $(OUT)
	@$(BIN)/monazite rule --form magnet --contains Nd,Fe,B,Dy=0.02 --from CN --to US --on 2025-06-10
	@$(BIN)/monazite trade supply 284690 --to JP --years 2015:2024
	@$(BIN)/monazite trade supply 284690 --to JP --years 2015:2024 --chart $(OUT)/supply.html
	@$(BIN)/monazite trade indicator geopolrisk --material REE --country JP
	@$(BIN)/monazite chain exposure JP Dy
	@$(BIN)/monazite chain map Dy --chart $(OUT)/dysprosium.html
	@$(BIN)/monazite shock run seven-rare-earths-2025-04 --draws 64
	@$(BIN)/monazite shock run seven-rare-earths-2025-04 --draws 64 --chart $(OUT)/shock.html
	-@$(BIN)/monazite customs check hs=8505111000 form=magnet contains=Nd,Fe,B,Dy=0.019 destination=DE
	@$(BIN)/monazite brief
	@$(BIN)/monazite brief --html $(OUT)/briefing.html
	@$(BIN)/monazite desk demo $(if $(ONCE),--once)

test: $(STAMP)  ## a newcomer's tests
	$(BIN)/pytest -q -n $(WORKERS) --dist worksteal -p no:schemathesis -m "not slow"

test-all: $(SPARK)  ## everything that CI runs, Spark and the browser too; the desk on two engines
	$(BIN)/python tools/no_skips.py $(BIN)/pytest -q -n $(WORKERS) --dist worksteal --cov --cov-report=term
	MONAZITE_TEST_ENGINE=postgresql $(BIN)/python tools/no_skips.py $(BIN)/pytest -q -n $(WORKERS) --dist worksteal tests/desk

lint: $(STAMP)  ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)  ## mypy, strict
	$(BIN)/mypy

contracts: $(STAMP)  ## the floors import downwards only
	$(BIN)/lint-imports

bench: $(STAMP)  ## every headline number, with the ratio to its rival
	$(BIN)/python benchmarks/run.py

docs: $(STAMP)  ## the documentation as a site
	$(BIN)/mkdocs build --strict

lock:  ## resolve again and write the hashed locks (needs uv)
	uv export --extra dask --extra desk --extra shock --extra watch --group dev --group docs --no-emit-project --no-header --format requirements-txt -q -o requirements.lock
	uv export --extra spark --no-default-groups --no-emit-project --no-header --format requirements-txt -q \
	  | awk '/^[a-z]/ {keep = /^(pyspark|py4j)==/} keep' > requirements-spark.lock
	rm -f uv.lock

clean:  ## forget what was built
	rm -rf $(VENV) $(OUT) site .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache
