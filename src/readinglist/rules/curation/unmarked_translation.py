from __future__ import annotations

from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.translation import fingerprint, marks, translations
from readinglist.rules import rule


@rule(Severity.INFO)
def unmarked_translation(catalog: Catalog) -> Iterator[Finding]:
    """A translation of the words about an entry does not say which words it was made from.

    When these words change, nobody will see that the translation no longer fits. Look over the translation, then
    write the fingerprint under `translated`; `--unsafe-fixes` writes it for you.

    Flagged:

        - id: kwon2023paged
          annote:
            en: Read this before you serve a model.
            zh: 部署模型之前先读这篇。

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
            unmarked = [language for language in languages if language not in (entry.translated or {})]
            if unmarked:
                fix = set_value(entry.at("translated"), marks(entry, unmarked, original), safe=False)
                shown = " and ".join(f"'{language}'" for language in unmarked)
                told = f"nothing says which words the translation into {shown} was made from"
                yield Finding(entry.at("annote"), f"{told}; if it fits them, write {fingerprint(original.text)}", fix)
