"""The Markdown of kramdown, read as it reads it and written for Python-Markdown."""
