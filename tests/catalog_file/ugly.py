"""Catalog files as nobody should write them, and some do: made at random, each comment numbered and so found again."""

from __future__ import annotations

import itertools
from random import Random

TITLES = ("T", "'T, x'")
TEXTS = ("Some title", "A Survey", "x", "2211.05102", "Über alles", "a: b", "漢字", "x #y")
FIELDS = ("title", "issued", "annote", "publisher", "URL", "volume", "note", "arxiv", "genre", "container-title")
# Other words for fields, and fields that other words lead to: what `fmt` has to bring together.
OTHER_WORDS = ("journal", "year", "authors", "doi", "keywords", "why", "container_title", "kind", "editor", "area")
NAMES = ("{family: Kwon, given: Woosuk}", "{literal: vLLM}", "Kwon, Woosuk", '{ "family": "X" , given: Y }', "vLLM")


class Ugly:
    """A file in the making."""

    def __init__(self, dice: Random, fields: tuple[str, ...] = FIELDS) -> None:
        self.dice = dice
        self.fields = fields
        self.numbers = itertools.count(1)
        self.comments: list[str] = []

    def file(self) -> str:
        """Return a whole file: a heading, one to four entries, perhaps more behind them."""
        pick = self.dice.choice
        dash = " " * pick([0, 0, 2])
        heading = pick(
            ["", self.comment("") + "\n", "version: 1\n", "---\n", "title: 'T'\nareas:\n  a: {title: A}\n\n"]
        )
        between = [pick(["", "", "\n", "\n" + self.comment("") + "\n\n", self.comment(dash) + "\n"]) for _ in range(3)]
        entries = [self.entry(number, dash) for number in range(self.dice.randint(1, 4))]
        body = "".join(itertools.chain(*zip(["", *between], entries, strict=False)))
        references = pick(["references:\n", '"references":\n', "references:\n\n", "references :" + self.aside() + "\n"])
        text = heading + references + body + pick(["", "\n", self.comment("") + "\n", "editions: {}\n"])
        if self.dice.random() < 0.2:
            text = text.rstrip("\n")
        if self.dice.random() < 0.3:
            text = text.replace("\n", "\r\n")
        self.comments = [comment for comment in self.comments if comment in text]
        return pick(["", "", "", "\ufeff"]) + text

    def comment(self, indent: str) -> str:
        """Return a comment that is there once in the whole file."""
        self.comments.append(f"#:{next(self.numbers)}:")
        return indent + self.comments[-1]

    def aside(self) -> str:
        """Return what may follow a value on its line: mostly nothing."""
        return "  " + self.comment("") if self.dice.random() < 0.3 else ""

    def entry(self, number: int, dash: str) -> str:
        """Return an entry in block style, now and then in braces."""
        pick, some = self.dice.choice, self.dice.random
        gap = pick(["-", "-", "-", "-  "])
        if some() < 0.1:
            return f"{dash}{gap} {{id: e{number}, title: {self.dice.choice(TITLES)}, tags: [a, b]}}{self.aside()}\n"
        inner = dash + " " * (len(gap) + 1)
        names = ["id", *self.dice.sample(self.fields, self.dice.randint(0, 5))]
        names += self.dice.sample(["tags", "author", "custom"], self.dice.randint(0, 3))
        if some() < 0.3:
            self.dice.shuffle(names)
        lines = []
        for place, name in enumerate(names):
            before = inner
            if place == 0:
                before = f"{dash}-{self.aside()}\n{inner}" if some() < 0.1 else f"{dash}{gap} "
            elif some() < 0.2:
                lines.append(pick([self.comment(inner), self.comment(""), self.comment(dash), ""]) + "\n")
            lines.append(before + self.field(name, inner, number))
        return "".join(lines)

    def field(self, name: str, inner: str, number: int) -> str:
        """Return a field with its value."""
        key = self.dice.choice([name, name, name, f'"{name}"', f"'{name}'"]) + self.dice.choice([":", ":", ":", " :"])
        if name == "id":
            return f"{key} {self.quoted(f'e{number}')}{self.aside()}\n"
        if name in {"tags", "keywords", "area"}:
            return key + self.list(inner)
        if name in {"author", "authors", "editor"}:
            return key + self.names(inner)
        if name == "custom":
            return key + self.dice.choice(
                [" {a: b, c: [d]}\n", f"\n{inner}  a: b\n{inner}  c:\n{inner}    - d\n", " {}\n"]
            )
        return key + self.text(inner)

    def quoted(self, text: str) -> str:
        """Return a text in one of YAML's quotes, or without."""
        style = self.dice.choice(["'", '"', ""])
        if not style and (": " in text or " #" in text):
            style = "'"
        return style + text + style

    def text(self, inner: str) -> str:
        """Return a text in one of the many ways in which YAML can write it."""
        deep, value = inner + "    ", self.quoted(self.dice.choice(TEXTS))
        block = f"{self.dice.choice(['|', '|-', '>', '>-', '|2', '|+'])}{self.aside()}"
        more = self.dice.choice(["", "\n"])
        return self.dice.choice(
            [
                f" {value}{self.aside()}\n",
                f" {value}{self.aside()}\n",
                f"   {value}\n",
                f"{self.aside()}\n{deep}{value}\n",
                f" {block}\n{deep}line one\n{more}{deep}line two: x # no\n{more}",
                f" 'first part\n{deep}second part'{self.aside()}\n",
                f" first part\n{deep}second part\n",
                f"{self.aside()}\n",
            ]
        )

    def list(self, inner: str) -> str:
        """Return a list of words in flow style, on one line or more, or in block style."""
        pick = self.dice.choice
        words = [pick(["a", "b-c", "'q, r'", '"x #y"', "kv cache"]) for _ in range(self.dice.randint(1, 3))]
        if self.dice.random() < 0.4:
            return f" [{', '.join(words)}]{self.aside()}\n"
        if self.dice.random() < 0.3:
            deep = f",\n{inner}    "
            return f" [\n{inner}    {deep.join(words)}{pick(['', ' ', ','])}\n{inner}  ]{self.aside()}\n"
        dash = inner + pick(["", "  "])
        above = ["", "", self.comment(dash) + "\n"]
        items = [f"{dash}- {pick(['', '  '])}{word}{self.aside()}\n" for word in words]
        return f"{self.aside()}\n{pick(above)}{''.join(items)}"

    def names(self, inner: str) -> str:
        """Return names as maps, as texts, or as one text."""
        items = [f"{inner}- {self.dice.choice(NAMES)}{self.aside()}\n" for _ in range(self.dice.randint(1, 3))]
        return self.dice.choice(
            [
                "\n" + "".join(items),
                " [{family: A, given: B}, {literal: C}]\n",
                f"\n{inner}- family: Kwon\n{inner}  given: Woosuk{self.aside()}\n{inner}- literal: X\n",
                " Kwon, Woosuk and Others, Some\n",
            ]
        )
