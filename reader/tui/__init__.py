"""The terminal interface: the only folder that imports Textual."""
