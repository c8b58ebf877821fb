"""A Jekyll blog, read and written anew as pages that MkDocs builds.

The flow: `config` and `source` read the blog, `addresses` tells where Jekyll would have served each
page, `liquid` and `kramdown` carry its text, `links` its links, `matter` its front matter; `plan` puts
all of it where it belongs, and `report` tells what could not be carried.
"""
