"""What of a blog becomes what of the new site: places, addresses, menu, lists, parts."""
