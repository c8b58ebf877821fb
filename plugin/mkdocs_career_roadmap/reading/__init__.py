"""A page's text to what it says: front matter, values, prose, blocks."""
