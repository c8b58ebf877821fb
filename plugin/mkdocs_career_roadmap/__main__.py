"""`python -m mkdocs_career_roadmap` is the command `career-roadmap`."""

from .cli.main import main

main()
