"""What is made for paper: the margins of sheets, and the whole roadmap on one page."""
