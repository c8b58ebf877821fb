"""Shortcodes of a page: words stand for what they come to, until the text around them is read."""
