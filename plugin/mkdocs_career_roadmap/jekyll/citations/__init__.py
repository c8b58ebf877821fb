"""Works that a blog cites: the tags of jekyll-scholar, and the elements of Distill."""
