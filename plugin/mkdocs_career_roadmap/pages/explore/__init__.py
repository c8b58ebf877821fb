"""Exploring a view without leaving it: what a reader may ask for alone, and what a card tells in brief."""
