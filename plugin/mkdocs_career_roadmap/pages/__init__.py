"""What each page of the roadmap shows, and its HTML."""
