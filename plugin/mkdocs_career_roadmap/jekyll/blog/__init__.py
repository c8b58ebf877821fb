"""A Jekyll blog as its files say it is: configuration, documents, dates, addresses."""
