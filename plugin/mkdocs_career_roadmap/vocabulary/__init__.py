"""What may be written, and how we say it: fields, dates, names, labels, problems."""
