"""How Sphinx makes a site of the manual; `make site` runs it."""

from readinglist import __version__

project = "readinglist"
release = version = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 4  # the anchors are those that GitHub gives headings
nitpicky = True

html_theme = "alabaster"
html_theme_options = {"description": "A reading list as text in git", "page_width": "70rem", "sidebar_width": "15rem"}
html_show_copyright = False
html_show_sourcelink = False
