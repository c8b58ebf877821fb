"""The machine: the docs folder, mkdocs.yml, the clock, the terminal."""
