.PHONY: check format lint types test

check: format lint types test

format:
	ruff format --check reader tests benchmarks

lint:
	ruff check reader tests benchmarks

types:
	mypy

test:
	pytest
