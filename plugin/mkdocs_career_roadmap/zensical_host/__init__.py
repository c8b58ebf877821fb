"""Zensical as a host. It has no plugins: a site is staged for it, with an extension of Markdown, and finished
when it is built. Neither Zensical nor MkDocs is imported here.
"""
