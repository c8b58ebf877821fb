"""What keeps hidden pages out of all that MkDocs, its theme and its plugins write."""
