"""The files of a new site: its pages' front matter and links, its configuration, menu and report.

Every import ends here, whatever program built the blog before.
"""
