"""`python -m reader`, and the installed command."""

from reader.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
