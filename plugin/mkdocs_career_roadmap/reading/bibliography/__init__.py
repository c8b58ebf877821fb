"""Files of works become a bibliography: BibTeX, CSL-JSON and `CITATION.cff`, all given as texts."""
