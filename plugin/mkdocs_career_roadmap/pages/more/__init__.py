"""The pages under "More": each is there only if it has something to show."""
