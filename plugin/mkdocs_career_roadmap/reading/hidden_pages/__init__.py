"""Pages that a built site does not have: what they are, what leads to them, and what would give them away."""
