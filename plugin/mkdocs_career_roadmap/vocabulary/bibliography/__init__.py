"""Works as a bibliography lists them: papers, books, code, data, talks."""
