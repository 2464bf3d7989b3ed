"""What reading a .bib file takes.

`scan`     the text into blocks: entries with raw values, and what is wrong with how they are written
`inherit`  what entries take over through `crossref` and `xdata`
`work`     an entry's raw fields into those of a catalog
`kinds`    the entry types
`names`    lists of names
`dates`    years, months and days
"""
