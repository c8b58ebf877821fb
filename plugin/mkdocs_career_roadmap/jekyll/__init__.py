"""A Jekyll blog, read and written anew as pages that MkDocs builds.

The flow: `blog` reads the blog, `mapping` tells where each page goes, `liquid` and `kramdown` carry its
text, `page` puts links and front matter around it; `plan` puts all of it where it belongs, and the room
`new_site` writes what a site needs besides.
"""
