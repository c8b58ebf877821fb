"""The Liquid of a page: what can be known is run, the rest stays visible and is told."""
