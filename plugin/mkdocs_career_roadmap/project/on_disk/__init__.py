"""The files of a project as they lie on the disk and in its repository: written whole or not at all."""
