"""The files of the new site: where each page goes, its links, its front matter, the report."""
