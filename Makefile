.PHONY: check format lint types test

check: format lint types test

format:
	ruff format --check reader tests

lint:
	ruff check reader tests

types:
	mypy

test:
	pytest
