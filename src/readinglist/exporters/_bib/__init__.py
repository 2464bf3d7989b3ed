"""What the BibTeX and BibLaTeX exporters share.

`record`    one entry of a .bib file as plain values, and its text
`names`     names in the spelling that BibTeX takes apart again
`spelling`  the two dialects: how text, titles, names and lists are spelled
`parts`     what both dialects derive from an entry in the same way
`preferred` the BibTeX entry that the authors ask for
`view`      records as pybtex's own objects
"""
