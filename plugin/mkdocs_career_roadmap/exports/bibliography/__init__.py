"""What proves the work, as bibliographies for other programs."""
