"""Queries and what they find: one table for the command line and for the page's script."""

from __future__ import annotations

from readinglist.catalog_file.read import read_text

CATALOG = read_text("""\
title: Caches
areas: {inference: Inference, hardware: Hardware}
references:
- id: kwon2023
  type: conference
  title: Efficient memory management with PagedAttention
  author: [{family: Kwon, given: Woosuk}]
  issued: 2023-10-23
  DOI: 10.1145/3600006.3613165
  area: [inference]
  tags: [KV cache, memory]
- id: ozturk2021
  type: blog
  title: A survey of caches
  author: [{family: Öztürk, given: Ayşe}]
  issued: 2021
  reading: read
- id: undated
  title: Paged memory
- id: strasse
  aliases: [street]
  type: course
  title: Größe und Straße der CPUs
  label: How streets are measured
  editor: [{family: Maaten, non-dropping-particle: van der, given: Laurens}]
  author: [{literal: "王小云 group"}]
  issued: 2019/2022
  publisher: ΛΟΓΟΣ Press
  level: beginner
  minutes: 40
  area: [hardware, inference]
  link: https://example.org/a?b=c
  annote: {en: "Why the *bus* is wide.", de: "Warum der Bus breit ist.", zh: "为什么总线宽"}
  tags: [ﬁne]
""")

QUERIES: list[tuple[str, str]] = [
    ("", "kwon2023 ozturk2021 undated strasse"),
    ("paged memory", "kwon2023 undated"),
    ('"paged memory"', "undated"),
    ("memory -paged", ""),
    ("cache -area:inference", "ozturk2021"),
    ("ozturk", "ozturk2021"),
    ("author:OZTURK", "ozturk2021"),
    ('author:"kwon, w"', "kwon2023"),
    ('tag:"kv cache"', "kwon2023"),
    ("tag:memory,other", "kwon2023"),
    ("type:blog", "ozturk2021"),
    ("type:post-weblog", "ozturk2021"),
    ("year:2023", "kwon2023"),
    ("year:2020..2022", "ozturk2021"),
    ("year:2022..", "kwon2023"),
    ("year:..2022", "ozturk2021 strasse"),
    ("has:doi", "kwon2023"),
    ("-has:author", "undated"),
    ("reading:read", "ozturk2021"),
    ("id:undated", "undated"),
    ("strasse", "strasse"),
    ("GRÖSSE", "strasse"),
    ("grosse", "strasse"),
    ("λόγος", "strasse"),
    ("总线", "strasse"),
    ("breit", "strasse"),
    ("van der maaten", "strasse"),
    ('author:"王小云"', "strasse"),
    ("author:maaten", ""),
    ("streets", "strasse"),
    ("type:course", "strasse"),
    ("type:webpage", "strasse"),
    ("type:BLOG,course", "ozturk2021 strasse"),
    ("year:2019", "strasse"),
    ("year:2020..2022 -type:blog", ""),
    ("level:beginner", "strasse"),
    ("has:annote", "strasse"),
    ("has:why", "strasse"),
    ("has:tags", "kwon2023 strasse"),
    ("has:keywords -has:minutes", "kwon2023"),
    ("has:area,reading", "kwon2023 ozturk2021 strasse"),
    ("id:street", "strasse"),
    ("area:inference", "kwon2023 strasse"),
    ("tag:fine", "strasse"),
    ("title:caches", "ozturk2021"),
    ('title:"a survey"', "ozturk2021"),
    ("https://example.org/a?b=c", "strasse"),
    ("10.1145/3600006", "kwon2023"),
    ('-"paged memory" memory', "kwon2023"),
    ("nothing like this", ""),
]
