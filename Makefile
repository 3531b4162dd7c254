.PHONY: check format lint types test

check: format lint types test

format:
	ruff format --check reader tests benchmarks tools

lint:
	ruff check reader tests benchmarks tools

types:
	mypy

test:
	pytest
