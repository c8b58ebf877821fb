"""A blog of Hugo, read as Hugo reads it: its configuration, its pages, their addresses."""
