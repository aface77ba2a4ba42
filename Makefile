# make run    set up what is missing, then open the kiosk (without a display: the tour, in pictures)
# make test   set up what the tests need too, then every check and every test
# make check  style, types, layers, catalogues, generated docs
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run setup setup-test test check tour bench docs said catalogues lock clean
PY := .venv/bin/python

help:
	@echo "make run     open the kiosk (sets up what is missing; asks for sudo only when a system package is missing)"
	@echo "make test    all checks and tests            make check       style, types, layers, catalogues, docs"
	@echo "make tour    a visitor's journey in out/tour  make bench       every benchmark, one row each"
	@echo "make setup   only set up                      make docs        write the generated pages again"
	@echo "make clean   remove what was built            make catalogues  collect the interface's words again"
	@echo "make said    write what Listen says of every page again, to be read before it is kept"

run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		exec .venv/bin/kiosk run; \
	else \
		echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."; \
		echo "Taking the tour instead: a visitor's journey, in pictures."; \
		QT_QPA_PLATFORM=offscreen .venv/bin/kiosk tour --out out/tour && echo "The pictures are in out/tour"; \
	fi

setup:
	@scripts/set-up.sh

setup-test:
	@scripts/set-up.sh test

# Checks and tests both run, whatever the first of them finds.
test: setup-test
	@scripts/check.sh; checked=$$?; \
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist loadfile $(ARGS); tested=$$?; \
	[ $$checked = 0 ] || echo "make check found something wrong (see above)"; \
	exit $$((checked || tested))

check: setup-test
	@scripts/check.sh

tour: setup
	QT_QPA_PLATFORM=offscreen .venv/bin/kiosk tour --out out/tour

bench: setup
	@$(PY) benchmarks/run.py

said: setup
	$(PY) scripts/spoken_scripts.py write

docs: setup
	$(PY) scripts/generated_docs.py write

catalogues: setup
	$(PY) scripts/catalogues.py extract
	$(PY) scripts/catalogues.py compile

# The locks, made again from pyproject.toml by whoever raises a version (needs uv); no index is named in them.
lock:
	uv pip compile pyproject.toml --extra setup --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --quiet -o requirements.lock
	uv pip compile pyproject.toml --extra setup --extra dev -c requirements.lock --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet -o requirements-dev.lock

clean:
	rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find kiosk tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +
	find locales -name '*.mo' -delete
	@echo "Left in place: .venv"
