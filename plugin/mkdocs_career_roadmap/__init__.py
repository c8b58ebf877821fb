r"""A blog that draws its own career roadmap.

Text flows in one direction:

    Source(path, text) -> read -> entries -> fold -> Roadmap -> views -> render(link) -> host
                            \__________ problems (collected, sorted, printed once) _________/

`build` is the whole of it, without a host: it knows no files, no clock and no
MkDocs. `plugin` is the host for MkDocs and ProperDocs.
"""
