"""Whether a page that answers is the page that was meant: no false alarm, and no lie believed.

Each file is a rung of the ladder, a pure function over a page as it was seen; `ladder` goes up, the cheap ones first.
"""
