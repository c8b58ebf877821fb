"""The roadmap as files for programs: JSON, CSV, feed, calendar, old addresses."""
