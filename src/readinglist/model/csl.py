"""The variables of CSL 1.0.2 that hold text."""

from __future__ import annotations

_VARIABLES = """
    DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection archive_location authority
    call-number chapter-number collection-number collection-title container-title container-title-short dimensions
    division edition event-place event-title genre id issue jurisdiction keyword language medium note number
    number-of-pages number-of-volumes original-publisher original-publisher-place original-title page page-first
    part-title publisher publisher-place references reviewed-genre reviewed-title scale section source status title
    title-short type version volume volume-title
"""
TEXT_VARIABLES = frozenset(_VARIABLES.split())
CASED_VARIABLES = frozenset({"title", "title-short"})
