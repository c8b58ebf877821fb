"""What the pages add up to: posts folded into goals and milestones, and what follows."""
