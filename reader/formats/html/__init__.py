"""Web pages: the article in a page, as its author meant it."""
