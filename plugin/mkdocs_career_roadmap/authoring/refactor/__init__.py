"""Names changed all over a site: renamed, merged, moved and split, in files that else stay as they are."""
