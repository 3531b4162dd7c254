"""From a Document and a measure to lines; knows no colour, no widget, no file."""
