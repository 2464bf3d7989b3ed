from __future__ import annotations

from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.translation import fingerprint, is_stale, marks, translations
from readinglist.rules import rule


@rule(Severity.WARNING)
def stale_translation(catalog: Catalog) -> Iterator[Finding]:
    """The words about an entry changed after they were translated.

    Who reads the list in another language is told something that its curator no longer says. `translated` holds,
    for each language, a fingerprint of the words that the translation was made from. Look over the translation,
    then write the new fingerprint; with `--unsafe-fixes` it is written for you, and the page shows no mark any more.

    Flagged:

        - id: kwon2023paged
          annote:
            en: Read this before you serve a model.
            zh: 部署模型之前先读这篇。
          translated: {zh: 00000000}

    Fine:

        - id: kwon2023paged
          annote:
            en: Read this before you serve a model.
            zh: 部署模型之前先读这篇。
          translated: {zh: 4a1d2dd6}
    """
    for entry in catalog:
        if found := translations(entry, catalog.language):
            original, languages = found
            stale = [language for language in languages if is_stale(entry, language, original)]
            if stale:
                told = f"the words in '{original.language}' changed since they were translated; look over"
                fix = set_value(entry.at("translated"), marks(entry, stale, original), safe=False)
                shown = " and ".join(f"'{language}'" for language in stale)
                yield Finding(entry.at("translated"), f"{told} {shown}, then write {fingerprint(original.text)}", fix)
