"""A vault of Obsidian, or a folder of notes, becomes the pages of a site: those that its author names.

`vault` reads it, `selection` says what was named, `names` where a link leads, `markdown` reads the text,
`properties` the front matter, `page` makes a page of a note, `plan` the site of all.
"""
