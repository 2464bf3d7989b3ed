"""Inputs at the edges of single rules: what each finds in them, and what it lets be."""

from collections.abc import Sequence

import pytest

from tests.rules.pages import after_fixes, fields_flagged

FLAGGED: list[tuple[str, str, list[str] | int]] = [
    ("yaml-coercion-trap", "- {id: a, language: NO}", ["language"]),
    ("yaml-coercion-trap", "- {id: a, tags: [on, '2', 3, 0x1F, 010]}", ["tags.0", "tags.3", "tags.4"]),
    ("yaml-coercion-trap", "- {id: a, arxiv: 2301.00010, version: 2.10}", ["arxiv", "version"]),
    ("yaml-coercion-trap", "- {id: a, annote: {en: yes}}", ["annote.en"]),
    ("yaml-coercion-trap", "- {id: a, author: [{literal: 007}]}", ["author.0.literal"]),
    ("yaml-coercion-trap", "- {id: a, number: 1_000, page: 12:30, edition: 2e1}", ["number", "page", "edition"]),
    ("yaml-coercion-trap", "language: no\nreferences: []", [""]),
    ("comment-truncation", "- id: a\n  journal: Studies #3 of them\n", ["journal"]),
    ("comment-truncation", "- id: a\n  tags:\n  - rust #lang\n  - go\n", ["tags.0"]),
    ("comment-truncation", "- id: a\n  title: one\n    two #3\n", ["title"]),
    ("not-nfc", '- {id: a, title: "a\\u0301"}', ["title"]),
    ("not-nfc", "- {id: a, title: ﬁnal, note: \u212b}", ["title", "note"]),
    ("not-nfc", "- {id: a, tags: [\u1112\u1161\u11ab]}", ["tags.0"]),
    ("whitespace", '- {id: a, title: " x", publisher: "a\\tb", tags: ["a  b"]}', ["title", "publisher", "tags.0"]),
    ("whitespace", "- id: a\n  author:\n  - {family: 'Kwon '}\n", ["author.0.family"]),
    ("whitespace", "- id: a\n  title: one\n\n    two\n", ["title"]),
    ("whitespace", "- id: a\n  title: >\n    folded\n", ["title"]),
    ("empty-value", "- id: a\n  note: ~\n  tags: [ ]\n  custom: {x: }\n", ["note", "tags"]),
    ("empty-value", "- id: a\n  title: #1 in the charts\n", ["title"]),
    ("bad-encoding", "- {id: a, publisher: FranÃ§ois, note: itâ€™s}", ["publisher", "note"]),
    ("alias-collision", "- {id: a, aliases: b}\n- {id: B}\n", ["aliases"]),
    ("alias-collision", "- {id: a, aliases: [x, y]}\n- {id: b, aliases: [y]}\n", ["aliases.0"]),
    ("no-identifier", "- {id: a, type: book, issued: 1999}", ["URL"]),
    ("doi-in-url", "- {id: a, url: 'doi:10.1000/182'}", ["URL"]),
    ("doi-in-url", "- {id: a, URL: 'https://www.doi.org/10.1002%2Fabc?x=1'}", ["URL"]),
    ("arxiv-in-other-field", "- {id: a, URL: 'https://www.arxiv.org/pdf/2309.06180v3'}", ["URL"]),
    ("arxiv-in-other-field", "- {id: a, link: 'http://ar5iv.org/html/2309.06180'}", ["link"]),
    ("arxiv-in-other-field", "- {id: a, number: 'arXiv:hep-th/9108001'}", ["number"]),
    ("url-scheme", '- {id: a, link: " JavaScript:alert(1)"}', ["link"]),
    ("url-scheme", "- {id: a, annote: '<a href=\"data:text/html,x\">x</a>'}", ["annote"]),
    ("url-http", "- {id: a, pdf: 'http://example.org/a'}", ["pdf"]),
    ("url-tracking", "- {id: a, URL: 'https://e.org/?UTM_Source=x&a'}", ["URL"]),
    ("url-shortener", "- {id: a, slides: 'http://www.tinyurl.com/x'}", ["slides"]),
    ("url-in-wrong-field", "- {id: a, event-title: 'See https://e.org/x'}", ["event-title"]),
    ("url-in-wrong-field", "- {id: a, note: '\\url{https://e.org/x}'}", ["note"]),
    ("unstable-url", "- {id: a, pdf: 'https://www.dropbox.com/s/x/a.pdf?dl=0'}", ["pdf"]),
    ("url-credentials", "- {id: a, note: 'ask ftp://me:pw@e.org/'}", ["note"]),
    ("literal-others", "- {id: a, author: others}", ["author"]),
    ("literal-others", "- {id: a, editor: [{literal: X}, {literal: et al}]}", ["editor.1"]),
    ("duplicate-author", "- {id: a, author: [{literal: X}, {literal: x}, {literal: X}]}", ["author.1", "author.2"]),
    ("name-not-structured", "- {id: a, authors: [Ada Lovelace], translator: Bob}", ["authors", "translator"]),
    ("placeholder", "- {id: a, title: TODO, label: '??', publisher: tbd}", ["title", "label"]),
    ("placeholder", "- {id: a, title: '403 Forbidden'}", ["title"]),
    ("placeholder", "- {id: a, title: 'Attention Required! | Cloudflare'}", ["title"]),
    ("latex-in-text", "- {id: a, title: 'A \\emph{b}', publisher: 'x\\_y', event-title: '{NeurIPS}'}", 3),
    ("html-entities", "- {id: a, title: 'a&nbsp;b', abstract: '&lt;p&gt;', note: '&#x2019;'}", 3),
    ("date-future", "- {id: a, issued: 2027-06, added: 2026-01-03, original-date: 2100}", 3),
    ("date-id-mismatch", "- {id: a, arxiv: 'hep-th/9108001', issued: 1990/1991-05}", ["issued"]),
    ("accessed-in-note", "- {id: a, note: '[Retrieved on January 5, 2021].'}", ["note"]),
    ("type-alias", "- {id: a, kind: Blog Post}", ["type"]),
    ("unknown-reference", "- {id: a, needs: b, related: [c, a]}", ["needs", "related.0"]),
    ("tag-variant", "- {id: a, tags: [GPU, gpu]}\n- {id: b, tags: gpu}", ["tags.0"]),
    ("tag-variant", "- {id: a, tags: large_language_models}\n- {id: b, tags: [Large Language Model]}", ["tags.0"]),
    ("no-area", "areas: {x: X}\nreferences:\n- {id: a}\n- {id: b, area: []}\n- {id: c, area: x}", ["area"] * 1),
]

LET_BE = [
    ("yaml-coercion-trap", "- {id: a, issued: 2024, accessed: 2024-01-02, volume: 63, rating: 4, others: true}"),
    ("yaml-coercion-trap", "- {id: a, page: 1-2, issue: 1/2, version: 3.11.2, title: -, tags: [1st, 5G, v2, e3]}"),
    ("yaml-coercion-trap", "- {id: a, custom: {flag: yes}, listed: no}"),
    ("yaml-coercion-trap", "editions: {'2024': {date: 2024-05-01, ids: []}}\nversion: 1\nreferences: []"),
    ("yaml-coercion-trap", "- id: a\n  note: |\n    no\n  annote: >-\n    12:30\n"),
    ("comment-truncation", "- id: a #first\n  #note: x\n  issued: 2024 #really\n  title: 'x' #y\n  tags: [a] #b\n"),
    ("comment-truncation", "- id: a\n  title: x # 1\n  note: x#1\n  annote: |\n    # heading #1\n"),
    ("not-nfc", "- {id: a, title: '10\u00a0km, 5\u00a0%, «\u00a0x\u00a0», नमस्ते, 👩‍💻', author: [{literal: 神﨑}]}"),
    ("not-nfc", "- {id: a, URL: 'https://e.org/a\u0301'}"),
    ("whitespace", "- {id: a, title: 日本語　副題, note: 'a  b', abstract: \"a\\n\\nb\", annote: ' x '}"),
    ("empty-value", "- {id: a, author: [{literal: X}, {Google DeepMind}], title: '0', minutes: 1}"),
    ("bad-encoding", "- {id: a, title: 'ÂME «Ä» Ã la carte, Å Ñ, “MAÇÔ, ÄÖÜ’s'}"),
    ("alias-collision", "- {id: a, aliases: [a, A]}\n- {id: b, aliases: [c]}\n"),
    ("no-identifier", "- {id: a, DOI: broken}"),
    ("no-identifier", "- {id: a, pdf: 'https://e.org/a.pdf'}"),
    ("doi-in-url", "- {id: a, URL: 'https://doi.org/'}\n- {id: b, URL: 'https://e.org/?u=https://doi.org/10.1/x'}"),
    ("arxiv-in-other-field", "- {id: a, URL: 'https://arxiv.org/a/kwon_w_1', note: 'cf. arXiv:2309.06180'}"),
    ("arxiv-in-other-field", "- {id: a, arxiv: broken, URL: 'https://arxiv.org/abs/2309.06180'}"),
    ("arxiv-doi", "- {id: a, DOI: 10.48550/arXiv.2309.06180, arxiv: 2309.06180v2}"),
    ("url-scheme", "- {id: a, title: 'Profile: data: files', annote: 'Explains `javascript:void(0)`; (file: it)'}"),
    ("url-http", "- {id: a, URL: 'http://127.0.0.1:8080/', archive-url: 'https://web.archive.org/web/1/http://e.org'}"),
    ("url-tracking", "- {id: a, URL: 'https://e.org/?source=x&ref=y&campaign=z', link: 'https://e.org/utm_source=x'}"),
    ("url-tracking", "- {id: a, archive-url: 'https://web.archive.org/web/1/https://e.org/?utm_id=1'}"),
    ("url-shortener", "- {id: a, URL: 'https://t.co.example.org/', link: 'https://e.org/bit.ly/x'}"),
    ("url-in-wrong-field", "- {id: a, annote: 'https://e.org/', custom: {x: 'https://e.org/'}}"),
    ("url-credentials", "- {id: a, URL: 'https://e.org/a:b@c', note: 'ratio 1:2@home, mailto:me@e.org'}"),
    ("literal-others", "- {id: a, author: [{literal: Mothers and Others}, {family: Al, given: Etta}]}"),
    ("duplicate-author", "- {id: a, author: [{family: Li, given: 'J.-P.'}, {family: Li, given: 'J.-P.'}]}"),
    ("name-not-structured", "- {id: a, author: [{literal: Ada}], publisher: Bob}"),
    ("placeholder", "- {id: a, title: 'TODO lists considered harmful', label: Home, publisher: Loading}"),
    ("placeholder", "- {id: a, title: '404', note: n/a in print}"),
    ("latex-in-text", "- {id: a, title: 'A$AP and Ke$ha, {x, y}, 50% & #1, C:\\new', annote: 'a\\_b $x$'}"),
    ("html-entities", "- {id: a, title: 'Q&A; &c.; &foo;', annote: '&nbsp;'}"),
    ("date-future", "- {id: a, issued: 2026-12-31, added: 2026-01-02, event-date: 2030}"),
    (
        "date-id-mismatch",
        "- {id: a, arxiv: '2309.06180', issued: 2023-08}\n- {id: b, arxiv: math/9902119}",
    ),
    (
        "date-id-mismatch",
        "- {id: a, arxiv: '2301.00010', issued: 2022}\n- {id: b, arxiv: '0704.0001', issued: 2007}",
    ),
    ("accessed-in-note", "- {id: a, note: 'Accessed 3 times; visited by 2000 people.'}"),
    ("type-alias", "- {id: a, type: motion_picture}\n- {id: b}\n- {id: c, type: nonsense}"),
    ("unknown-area", "- {id: a, area: x}"),
    ("unknown-reference", "- {id: a, needs: b}\n- {id: 'b ä'}"),
    ("tag-variant", "- {id: a, tags: [c, c++, 'c#', bias, gas, ga, ops, op, class, clas]}"),
    ("missing-title", "- {id: a, title: [x]}\n- {id: b, label: x}"),
]


def _ids(cases: Sequence[tuple[object, ...]]) -> list[str]:
    return [f"{case[0]}-{number}" for number, case in enumerate(cases)]


@pytest.mark.parametrize(("rule", "text", "fields"), FLAGGED, ids=_ids(FLAGGED))
def test_a_rule_finds_what_is_wrong_at_its_edges(rule: str, text: str, fields: list[str] | int) -> None:
    flagged = fields_flagged(rule, text)
    assert flagged == fields if isinstance(fields, list) else len(flagged) == fields


@pytest.mark.parametrize(("rule", "text"), LET_BE, ids=_ids(LET_BE))
def test_a_rule_lets_be_what_only_looks_wrong(rule: str, text: str) -> None:
    assert fields_flagged(rule, text) == []


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (
            "doi-in-url",
            "- id: a # keep\n  URL: https://doi.org/10.1000/182\n  title: A # me\n",
            "- id: a # keep\n  title: A # me\n  DOI: 10.1000/182\n",
        ),
        (
            "url-tracking",
            "- {id: a, URL: 'https://e.org/?utm_source=x', link: 'https://e.org/?a=%2F&fbclid=y&b'}\n",
            "- {id: a, URL: 'https://e.org/', link: 'https://e.org/?a=%2F&b'}\n",
        ),
        ("html-entities", "- {id: a, title: 'R&amp;D &#8211; it&#39;s'}\n", "- {id: a, title: 'R&D – it''s'}\n"),
        (
            "name-not-structured",
            "- id: a\n  author: Knuth, Donald and others\n  issued: 1968\n",
            "- id: a\n  author:\n  - {family: Knuth, given: Donald}\n  others: true\n  issued: 1968\n",
        ),
        (
            "name-not-structured",
            "- id: a\n  authors:\n  - Knuth, Donald # first\n  - others\n",
            "- id: a\n  authors:\n  - {family: Knuth, given: Donald} # first\n  others: true\n",
        ),
        ("type-alias", "- {id: a, type: preprint, genre: Draft}\n", "- {id: a, type: article, genre: Draft}\n"),
        ("whitespace", "- id: a\n  title: >\n    a\n    b\n  note: x\n", "- id: a\n  title: a b\n  note: x\n"),
        ("yaml-coercion-trap", "- {id: a, tags: [on, 1e3]}\n", '- {id: a, tags: ["on", "1e3"]}\n'),
        ("tag-variant", "- {id: a, tags: KV_cache}\n- {id: b, tags: [kv-cache, KV_cache]}\n", None),
        ("url-credentials", "- {id: a, URL: 'https://me:pw@e.org:8/x'}\n", "- {id: a, URL: 'https://e.org:8/x'}\n"),
    ],
)
def test_a_fix_changes_what_it_must_and_nothing_else(rule: str, before: str, after: str | None) -> None:
    assert after_fixes(rule, before) == (before if after is None else after)


def test_a_message_about_a_password_does_not_repeat_it() -> None:
    from readinglist.linting import lint
    from tests.rules.pages import catalog_of

    told = [found.message for found in lint(catalog_of("- {id: a, URL: 'https://me:hunter2@e.org/'}"))]
    assert told
    assert not any("hunter2" in message for message in told)


def test_nothing_is_said_of_the_future_by_one_who_does_not_know_the_day() -> None:
    from readinglist.catalog_file.read import read_text
    from readinglist.linting import lint

    assert lint(read_text("references: [{id: a, issued: 9999}]"), select=["date-future"]) == []
