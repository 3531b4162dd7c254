"""How fast the program is, measured in a pseudo-terminal against goals: `python -m benchmarks`."""
