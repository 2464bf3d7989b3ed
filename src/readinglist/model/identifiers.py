"""Identifiers and addresses: each parsed once, at the border; after that the type is the proof."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import quote, unquote

from readinglist.model.malformed import Malformed, quoted

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_LONGEST = 4096  # what is longer than any address is not worth guessing at


class Identifier(str):
    """A text that follows the rules of its kind; subclasses say which."""

    __slots__ = ()
    rule: ClassVar[str]
    pattern: ClassVar[re.Pattern[str]]
    example: ClassVar[str]
    check_digit: ClassVar[bool] = False
    guess_is_safe: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the identifier, or raise `Malformed` with the likely correction."""
        if cls.pattern.fullmatch(text) and cls.sound(text):
            return cls(text)
        guess = cls.guess(text) if len(text) <= _LONGEST else None
        if guess is not None and cls.pattern.fullmatch(guess) and cls.sound(guess):
            raise Malformed(
                cls.rule,
                f"{quoted(text)} is not in its plain form; write {guess}",
                guess,
                safe=cls.certain(text, guess),
            )
        if cls.pattern.fullmatch(text) and cls.check_digit:
            raise Malformed(
                cls.rule, f"{quoted(text)} is not {cls.kind()}: its check digit is wrong; copy it again from the source"
            )
        raise Malformed(cls.rule, f"{quoted(text)} is not {cls.kind()}; it looks like {cls.example}")

    @classmethod
    def kind(cls) -> str:
        """Return what to call such a thing in a message."""
        name = cls.__name__
        return f"a {name}" if name not in {"ISBN", "ISSN"} else f"an {name}"

    @classmethod
    def sound(cls, text: str) -> bool:
        """Return whether what a pattern cannot see (a check digit) is right."""
        return True

    @classmethod
    def guess(cls, text: str) -> str | None:
        """Return what was probably meant by a text that does not follow the rules."""
        return None

    @classmethod
    def certain(cls, text: str, guess: str) -> bool:
        """Return whether nothing else than this can have been meant."""
        return cls.guess_is_safe

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema  # an address is known by its identifiers where nothing is validated

        return core_schema.no_info_plain_validator_function(cls._from_data)

    @classmethod
    def _from_data(cls, value: object) -> Self:
        if isinstance(value, str):
            return cls.parse(value)
        raise Malformed(cls.rule, f"{cls.kind()} is text; it looks like {cls.example}")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^(?:{cls.pattern.pattern})$", "examples": [cls.example]}


class Key(Identifier):
    """The name of an entry: safe in every citation command, file name and link."""

    __slots__ = ()
    rule = "invalid-id-chars"
    pattern = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+/-]*")
    example = "kwon2023paged"
    guess_is_safe = False

    @classmethod
    def kind(cls) -> str:
        return "an id"

    @classmethod
    def guess(cls, text: str) -> str | None:
        import unicodedata

        ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        return re.sub(r"[^A-Za-z0-9_:.+/]+", "-", ascii_text).strip("-_:.+/") or None


class DOI(Identifier):
    """A DOI without its resolver: `10.1145/3360307`."""

    __slots__ = ()
    rule = "doi-format"
    pattern = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"{}\\]*[^\s\"{}\\.,;]")
    example = "10.1145/3360307"

    @property
    def url(self) -> str:
        """The address that leads to the work."""
        return "https://doi.org/" + quote(self, safe="/:;()[],._-~!*'@+=&$%")

    @classmethod
    def guess(cls, text: str) -> str | None:
        import html

        plain = html.unescape(unquote(text) if "%" in text else text).strip()
        if plain.startswith("<") or plain.count(">") > plain.count("<"):  # old DOIs have both in them
            plain = plain.removeprefix("<").removesuffix(">").strip()
        found = re.search(r"(?<![0-9.])10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+\Z", plain)
        return found[0].replace("\\", "").rstrip(".,;") if found else None


def is_of_arxiv(doi: str) -> bool:
    """Return whether a DOI is one that arXiv made of its own number."""
    return doi.lower().startswith("10.48550/arxiv.")


class ArXiv(Identifier):
    """An arXiv number, old or new, perhaps with its version: `2211.05102v2`, `cs/0112017`."""

    __slots__ = ()
    rule = "arxiv-format"
    pattern = re.compile(
        r"[0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}(?:v[1-9][0-9]*)?|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3}(?:v[1-9][0-9]*)?"
    )
    example = "2211.05102"

    @classmethod
    def kind(cls) -> str:
        return "an arXiv number"

    @classmethod
    def sound(cls, text: str) -> bool:
        """Return whether the number has as many digits as its month asks for (five since 2015)."""
        head, dot, tail = text.partition(".")
        if not dot or not head.isdigit():
            return True
        return len(tail.partition("v")[0]) == (5 if int(head) >= 1501 else 4)

    @classmethod
    def certain(cls, text: str, guess: str) -> bool:
        """Return whether the number stands there as a whole; lost zeros are only likely."""
        return bool(re.search(rf"(?:^|[\s/:<(\[]){re.escape(guess)}", text))

    @property
    def url(self) -> str:
        """The address of the abstract page."""
        return f"https://arxiv.org/abs/{self}"

    @classmethod
    def guess(cls, text: str) -> str | None:
        if lost_zeros := re.fullmatch(r"(1[5-9]|[2-9][0-9])(0[1-9]|1[0-2])\.([0-9]{1,4})", text):
            return f"{lost_zeros[1]}{lost_zeros[2]}.{lost_zeros[3]:0<5}"
        found = _WHOLE_NUMBER.search(text.removesuffix(".pdf"))
        return found[0] if found else None


# An arXiv number that is no part of a longer number or word.
_WHOLE_NUMBER = re.compile(rf"(?<![\w.])(?:{ArXiv.pattern.pattern})(?![0-9])")


class ISBN(Identifier):
    """An ISBN-13 or ISBN-10 with a right check digit, hyphens as printed."""

    __slots__ = ()
    rule = "isbn"
    check_digit = True
    pattern = re.compile(r"(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9X]")
    example = "978-0-262-03384-8"

    @classmethod
    def sound(cls, text: str) -> bool:
        digits = [10 if sign == "X" else int(sign) for sign in text if sign in "0123456789X"]
        if len(digits) == 13:
            return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
        return sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11 == 0

    @classmethod
    def guess(cls, text: str) -> str | None:
        found = re.search(r"[0-9][0-9\s‐-―-]{8,16}[0-9Xx]", text)
        return re.sub(r"[\s‐-―]", "-", found[0]).upper() if found else None

    @property
    def thirteen(self) -> str:
        """The thirteen digits of the book, whichever way its number is written."""
        digits = re.sub("[^0-9X]", "", self)
        if len(digits) == 13:
            return digits
        front = "978" + digits[:9]
        check = -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(front)) % 10
        return f"{front}{check}"


class ISSN(Identifier):
    """An ISSN with a right check digit: `0001-0782`."""

    __slots__ = ()
    rule = "issn"
    check_digit = True
    pattern = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")
    example = "0001-0782"

    @classmethod
    def sound(cls, text: str) -> bool:
        digits = [10 if sign == "X" else int(sign) for sign in text.replace("-", "")]
        return sum(digit * (8 - place) for place, digit in enumerate(digits)) % 11 == 0

    @classmethod
    def guess(cls, text: str) -> str | None:
        found = re.search(r"([0-9]{4})[\s‐-―-]?([0-9]{3}[0-9Xx])", text)
        return f"{found[1]}-{found[2].upper()}" if found else None


_NUMBER_ALONE = re.compile(
    r"(?:^|(?<=[\s/:=#(.])|(?<=\brfc)|(?<=\bpmc)|(?<=\bpmid))[1-9][0-9]*(?=$|[\s/?#),.;])", re.IGNORECASE
)


def _only_number(text: str) -> str | None:
    """Return the number in a text that holds no other one, and no word around it but its label."""
    numbers = re.findall(r"[0-9]+", text)
    found = _NUMBER_ALONE.search(text)
    return found[0] if found and len(numbers) == 1 else None


class PMID(Identifier):
    """A PubMed number."""

    __slots__ = ()
    rule = "identifier-syntax"
    pattern = re.compile(r"[1-9][0-9]{0,8}")
    example = "31243368"

    @classmethod
    def guess(cls, text: str) -> str | None:
        return _only_number(text)


class PMCID(Identifier):
    """A PubMed Central number with its prefix."""

    __slots__ = ()
    rule = "identifier-syntax"
    pattern = re.compile(r"PMC[1-9][0-9]{0,8}")
    example = "PMC6600000"

    @classmethod
    def guess(cls, text: str) -> str | None:
        return f"PMC{number}" if (number := _only_number(text)) else None


class SWHID(Identifier):
    """A Software Heritage identifier, perhaps with qualifiers."""

    __slots__ = ()
    rule = "identifier-syntax"
    pattern = re.compile(r"swh:1:(?:cnt|dir|rel|rev|snp):[0-9a-f]{40}(?:;[a-z]+=[^\s;]+)*")
    example = "swh:1:dir:" + "d" * 40


class RFC(Identifier):
    """The number of an RFC."""

    __slots__ = ()
    rule = "identifier-syntax"
    pattern = re.compile(r"[1-9][0-9]{0,4}")
    example = "9110"

    @classmethod
    def guess(cls, text: str) -> str | None:
        return _only_number(text)

    @classmethod
    def kind(cls) -> str:
        return "an RFC number"


class GitHub(Identifier):
    """A repository on GitHub: `owner/name`."""

    __slots__ = ()
    rule = "identifier-syntax"
    pattern = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}")
    example = "jax-ml/scaling-book"

    @classmethod
    def kind(cls) -> str:
        return "a GitHub repository"

    @classmethod
    def guess(cls, text: str) -> str | None:
        found = re.search(r"github\.com[/:]([^/\s]+/[^/\s#?]+)", text)
        return found[1].removesuffix(".git") if found else None


_NO_SCHEME_OF_A_LINK = re.compile(r"\s*(javascript|vbscript|data|file|blob|about|chrome|view-source):", re.IGNORECASE)
_WRITTEN_BY_TEX = re.compile(r"\\(?:[_%&#~{}$]|url\{|href\{|textasciitilde|string)")


def _without_tex(address: str) -> str:
    """Return an address without what TeX needs around it and in it."""
    if wrapped := re.fullmatch(r"\\url\{(.*)\}", address):
        address = wrapped[1]
    address = re.sub(r"\{?\\textasciitilde(?:\{\})?\}?|\\string~|\\~\{\}", "~", address)
    return re.sub(r"\\([_%&#~{}$])", r"\1", address)


class Url(Identifier):
    """An address with its scheme, in one piece."""

    __slots__ = ()
    rule = "url-syntax"
    pattern = re.compile(
        r"(?:https?|ftp)://[^\s<>\"{}|\\^`/?#]+(?:[/?#][^\s<>\"{}|\\^`]*)?|(?:mailto|doi|arxiv):[^\s<>\"]+"
    )
    example = "https://example.org/page"
    guess_is_safe = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the address; what a browser would run, or TeX wrote, has a rule of its own."""
        if scheme := _NO_SCHEME_OF_A_LINK.match(text):
            told = f"an address that starts with '{scheme[1].lower()}:' is no link; write the address of the page"
            raise Malformed("url-scheme", told)
        if _WRITTEN_BY_TEX.search(text) and cls.pattern.fullmatch(guess := cls.guess(text) or ""):
            told = f"TeX wrote this address; the address itself is {guess}"
            raise Malformed("url-latex-escaped", told, guess, safe=guess == _without_tex(text.strip()))
        return super().parse(text)

    @classmethod
    def kind(cls) -> str:
        return "an address"

    @classmethod
    def sound(cls, text: str) -> bool:
        """Return whether it is one address, with a host and a port that can be."""
        host = re.match(r"\w+://(?:[^/?#@]*@)?(\[[^\]/]*\]|[^/?#:\[\]]*)(?::([0-9]*))?(?=[/?#]|$)", text)
        if not host:
            return not re.match(r"\w+://", text)
        return bool(host[1]) and int((host[2] or "0")[:6]) < 65536 and not re.search(r"[,;]\s*https?://", text)

    @classmethod
    def guess(cls, text: str) -> str | None:
        text = _without_tex(text.strip().strip("<>"))
        if re.match(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+/)", text, re.IGNORECASE):
            text = "https://" + text
        if re.match(r"https?:/[^/]", text):
            text = text.replace(":/", "://", 1)
        return re.sub(r"[\s\"<>{}|\\^`]", lambda sign: quote(sign[0]), text)
