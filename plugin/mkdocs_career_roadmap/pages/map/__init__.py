"""The map of the overview: columns, lines, their layout and how it is drawn."""
