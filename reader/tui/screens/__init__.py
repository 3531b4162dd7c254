"""Screens: they put widgets together and answer keys."""
