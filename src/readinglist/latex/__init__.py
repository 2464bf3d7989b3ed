"""Text as LaTeX, and LaTeX as text.

`encode`    plain text as LaTeX: `ascii_latex` for classic BibTeX, `unicode_latex` for BibLaTeX, `unsettable`
`protect`   which words of a title keep their capitals: `protect`, `pieces`, `title_latex`, `braced`

Behind them: `mathmode` judges what stands between dollar signs, `accents` and `symbols` are the tables.
"""
