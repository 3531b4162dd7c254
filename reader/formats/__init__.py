"""From bytes to a Document: one file per format."""
