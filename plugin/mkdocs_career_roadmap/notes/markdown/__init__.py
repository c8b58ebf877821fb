"""The Markdown of Obsidian, read into the blocks that Markdown of MkDocs is written from."""
