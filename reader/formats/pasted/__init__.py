"""Text that was copied from a page in a browser, and what of it is the article."""
