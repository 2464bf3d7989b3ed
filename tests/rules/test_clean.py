"""Honest entries that look odd: no rule may say more than a hint about any of them."""

import datetime
from dataclasses import replace
from pathlib import Path

from readinglist.catalog_file.read import read_text
from readinglist.linting import lint
from readinglist.model.finding import Severity

ODD = Path(__file__).with_name("clean.yaml")

CLEAN = """\
version: 1
title: A clean list
language: en
areas:
  systems: {title: Systems, description: How it is built}
  inference: {title: Inference, parent: systems}
  history: History
editions:
  "2024": {date: 2024-06, ids: [kwon2023paged, old-id-of-aristotle]}
references:
- id: kwon2023paged
  type: paper-conference
  title: Efficient memory management for large language model serving with PagedAttention
  author:
  - {family: Kwon, given: Woosuk}
  - {family: Zheng, given: Lianmin}
  others: true
  issued: 2023-10-23
  available-date: 2023-09-12
  container-title: Proceedings of the 29th Symposium on Operating Systems Principles
  event-title: SOSP ’23
  publisher: ACM
  page: 611-626
  DOI: 10.1145/3600006.3613165
  arxiv: "2309.06180"
  URL: https://arxiv.org/abs/2309.06180
  code: https://github.com/vllm-project/vllm
  area: [inference]
  tags: [kv-cache, memory, C, c++]
  reading: read
  rating: 4.5
  minutes: 45
  added: 2024-11-02
  annote: |
    **Why**: paging for the KV cache.

    - see [the code](https://github.com/vllm-project/vllm) &mdash; `--help`
- id: aristotle
  type: classic
  title: Περὶ ψυχῆς
  author: [{literal: Aristotle}]
  issued: -0350~
  link: https://example.org/de-anima
  area: [history]
  aliases: [old-id-of-aristotle]
- id: deepseek2025
  type: article
  genre: Preprint
  title: "DeepSeek-R1: incentivizing reasoning capability in LLMs via reinforcement learning"
  author: [{literal: DeepSeek-AI}, {literal: "Barnes, Noble & Co."}]
  issued: 2025-01
  arxiv: 2501.12948v2
  area: [inference, systems]
- id: king1963
  type: speech
  title: I have a dream
  author: [{family: King, given: Martin Luther, suffix: Jr.}, {family: King, given: Martin Luther, suffix: Sr.}]
  issued: 1963-08-28
  area: history
- id: liu2024
  type: article-journal
  title: 深度学习：原理与实践　第二版
  author: [{family: 刘, given: 洋}, {literal: 鲁迅}, {family: 﨑山, given: 神楽}]
  container-title: 计算机学报
  volume: 47
  issue: 1-2
  issued: 2024-03/2024-04
  ISSN: 0254-4164
  URL: https://例え.jp/論文?頁=1
  language: zh
  area: [history]
- id: one-word
  type: book
  title: Home
  author: [{family: Robinson, given: Marilynne}]
  ISBN: 978-0-374-29910-1
  issued: 2008
  area: [history]
- id: number-title
  type: book
  title: "1984"
  author: [{literal: George Orwell}]
  issued: 1949
  area: [history]
- id: report-2022
  type: report
  title: State of the Region Report 2022
  author: [{literal: World Meteorological Organization}]
  number: "WMO-No. 1316"
  issued: 2023
  area: [history]
- id: report-2023
  type: report
  title: State of the Region Report 2023
  author: [{literal: World Meteorological Organization}]
  number: "WMO-No. 1347"
  issued: 2024
  area: [history]
- id: ginsparg1991
  type: article
  title: Random surfaces
  author: [{family: Moore, given: G.}, {family: Ginsparg, given: P.}]
  arxiv: hep-th/9108001
  issued: 1991-08-02
  area: [history]
- id: perelman2002
  type: article
  title: The entropy formula for the Ricci flow and its geometric applications
  author: [{family: Perelman, given: Grisha}]
  arxiv: math.DG/0211159
  issued: 2002-11-11
  area: [history]
- id: lancet1997
  type: article-journal
  title: "Mortality by cause for eight regions of the world: Global Burden of Disease Study"
  author: [{family: Murray, given: C. J. L.}, {family: Lopez, given: A. D.}]
  container-title: The Lancet
  volume: 349
  issue: 9061
  page: 1269-1276
  DOI: 10.1016/S0140-6736(96)07493-4
  issued: 1997-05-03
  area: [history]
- id: wiley-doi
  type: article-journal
  title: A DOI with <em> that is "legal"
  container-title: Statistics in Medicine
  DOI: 10.1002/(SICI)1097-0258(19980815/30)17:15/16
  issued: 1998
  area: [history]
- id: quarterly
  type: article-magazine
  title: Spring cleaning
  container-title: A Quarterly
  issued: 2020-21
  URL: https://example.org/2020/spring?id=7&ref=quarterly#top
  area: [history]
- id: course
  type: webpage
  genre: Course
  title: "CS336: Language Modeling from Scratch"
  author: [{literal: Stanford University}]
  event-date: 2024/..
  issued: 2024/..
  URL: https://stanford-cs336.github.io/
  area: [systems]
- id: todo-movie
  type: motion_picture
  title: Todo sobre mi madre
  director: [{family: Almodóvar, given: Pedro}]
  issued: 1999
  URL: https://www.youtube.com/watch?v=139UPjoq7Kw&t=90
  dimensions: "1:41:00"
  area: [history]
- id: untitled
  type: graphic
  title: Untitled
  author: [{family: Rothko, given: Mark}]
  issued: 1969
  area: [history]
- id: access
  type: book
  title: "Access Denied: The Practice and Policy of Global Internet Filtering"
  editor: [{family: Deibert, given: Ronald}, {family: Palfrey, given: John}]
  publisher: MIT Press
  ISBN: 978-0-262-54196-1
  issued: 2008
  area: [history]
- id: csharp
  type: webpage
  title: C# versus F#, and why "#1" is not a comment # ours is one
  URL: https://example.org/c#sharp
  issued: 2021
  area: [systems]
- id: dollars
  type: post-weblog
  title: From $5 to $10 & beyond – R&D at AT&T; 100% {of} 3 < 4
  URL: https://example.org/a_b/~me/%20x
  issued: 2019-12-31
  area: [systems]
- id: braces-in-math
  type: article-journal
  title: On {0, 1}-matrices and C:\\Users
  container-title: Linear Algebra
  DOI: 10.1000/abc
  issued: 1987-02
  area: [systems]
- id: late-on-arxiv
  type: article-journal
  title: Computing machinery and intelligence
  container-title: Mind
  arxiv: "1504.01234"
  issued: 1998
  area: [history]
- id: new-year
  type: article
  title: Sent on the last day of the year
  arxiv: "2301.00010"
  issued: 2022-12-31
  area: [systems]
- id: namesakes
  type: article
  title: Two people of one name
  author:
  - {family: Zhang, given: Wei, ORCID: 0000-0002-1825-0097}
  - {family: Zhang, given: Wei, ORCID: 0000-0001-5109-3700}
  - {family: Zhang, given: W.}
  - {family: Zhang, given: W.}
  arxiv: "2401.00001"
  issued: 2024
  area: [systems]
- id: portuguese
  type: book
  title: “AMANHÔ, disse SÃO JOÃO – Ângela em «Âmbar»
  author: [{family: Conceição, given: José}, {family: Müller, given: Spaß}]
  publisher: Editora da Universidade de São Paulo
  ISBN: 0-8044-2957-X
  issued: 1999
  language: pt-BR
  area: [history]
- id: french
  type: book
  title: "Qu’est-ce que c’est\u00a0? « Tout\u00a0!\u00a0»"
  author: [{family: L’Écuyer, given: Anne-Marie}]
  ISBN: 2-07-036024-5
  issued: 1999
  area: [history]
- id: wiener
  type: book
  title: Cybernetics
  author: [{family: Wiener, given: Norbert}]
  publisher: Wiley & Sons
  issued: 1948
  area: [history]
- id: letter
  type: personal_communication
  label: Letter to a friend
  author: [{family: Maaten, given: Laurens, non-dropping-particle: van der}]
  recipient: [{literal: Ada}]
  issued: 1903?
  area: [history]
- id: patent
  type: patent
  title: Flying-machine
  number: US 821393
  authority: United States Patent Office
  issued: 1906-05-22
  area: [history]
- id: software
  type: software
  title: scikit-learn
  author: [{literal: scikit-learn developers}]
  version: 1.5
  github: scikit-learn/scikit-learn
  swhid: swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505
  issued: 2024
  area: [systems]
- id: rfc9110
  type: standard
  title: HTTP semantics
  rfc: 9110
  issued: 2022-06
  needs: [software]
  related: [rfc9110bis]
  area: [systems]
- id: rfc9110bis
  type: standard
  title: "HTTP semantics, revised"
  rfc: 9999
  issued: 2026-12
  status: forthcoming
  note: Extends arXiv:2309.06180; slides are at https://example.org/slides, which can be accessed in 2025.
  area: [systems]
- id: the-book
  type: book
  title: The book itself
  issued: 2024
  URL: http://localhost:8000/book
  archive-url: https://web.archive.org/web/2024/http://example.org/?utm_source=x
  listed: false
- id: undated
  type: webpage
  title: "data: URLs and file: URLs explained"
  link: https://doi.org/10.1000/182
  DOI: 10.1000/182
  tags: [news, new, physics, bias, biases, gas]
  citation: {bibtex: {type: misc, fields: {title: "{BERT} \\\\& {\\\\'e}", year: "2019", month: "01"}}}
  custom: {flag: yes, empty: , list: []}
  area: [systems]
"""


def test_nothing_but_hints_is_said_of_a_clean_catalog() -> None:
    catalog = replace(read_text(CLEAN), today=datetime.date(2025, 6, 1))
    assert len(catalog) >= 30
    told = [f"{found.place.path}: {found.rule}: {found.message}" for found in lint(catalog)]
    hints = [found.severity is Severity.INFO for found in lint(catalog)]
    assert [words for words, hint in zip(told, hints, strict=True) if not hint] == []


def test_the_hints_about_a_clean_catalog_are_few() -> None:
    catalog = replace(read_text(CLEAN), today=datetime.date(2025, 6, 1))
    assert sorted((catalog.entry_at(found.place).id, found.rule) for found in lint(catalog)) == [  # type: ignore[union-attr]
        ("undated", "missing-date"),
    ]


def test_nothing_at_all_is_said_of_sixty_odd_entries() -> None:
    catalog = replace(read_text(ODD.read_text("utf-8")), today=datetime.date(2026, 1, 1))
    assert len(catalog) == 60
    assert [(catalog.position(found.place).line, found.rule, found.message) for found in lint(catalog)] == []
