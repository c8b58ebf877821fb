"""A host of our own: the roadmap as a small site that lies beside a blog, whatever builds the blog."""
