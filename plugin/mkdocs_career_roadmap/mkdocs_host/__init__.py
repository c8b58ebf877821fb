"""The host for MkDocs and ProperDocs. Only this room knows mkdocs."""
