"""What one build of a running server leaves for the next, so that nothing is worked out twice.

Nothing here changes what is built: each part keeps the answer of one step of MkDocs together with
everything that the step has read, and gives it again while all of that is the same.
"""
