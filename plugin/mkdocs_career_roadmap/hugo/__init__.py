"""A blog of Hugo, read and written anew as pages that MkDocs builds.

The flow: `blog` reads the blog and its addresses, `shortcodes` and `markdown` carry its text, `mapping` tells
where each page goes, `page` puts links and front matter around it; `plan` puts all of it where it belongs.
"""
