"""reader: the place in a terminal where articles are read."""

__version__ = "0.1.0"
