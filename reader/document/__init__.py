"""The document model: immutable values over one canonical text; standard library only."""
