"""Where everything of a blog of Hugo goes in the new site."""
