"""The command line: one module a command. Only this room knows click."""
