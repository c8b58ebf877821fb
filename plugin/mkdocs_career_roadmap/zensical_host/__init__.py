"""Zensical as a host. It has no plugins: what we do comes by its configuration and its Markdown."""
