"""`python -m mkdocs_career_roadmap` is the command `career-roadmap`."""

from .cli import main

main()
