"""Text as LaTeX, and LaTeX as text.

`encode`    plain text as LaTeX: `ascii_latex` for classic BibTeX, `unicode_latex` for BibLaTeX, `unsettable`
`protect`   which words of a title keep their capitals: `protect`, `pieces`, `title_latex`, `braced`
`verbatim`  addresses and identifiers: `verbatim` for url, doi and eprint fields, `url_command` for notes
`decode`    LaTeX as plain text: `plain_text`, `undecoded`

Behind them: `mathmode` judges what stands between dollar signs; `accents`, `symbols` and `macros` are the tables.
"""
