"""Other plugins of a site that must hear of our pages, or of which we must: one file each."""
