"""Figures, dates and quotations of an article, tied to their place in the text."""
