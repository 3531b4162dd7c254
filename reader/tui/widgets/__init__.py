"""Widgets: they show finished values; they open no file and parse nothing."""
