"""A RIS record into the fields of a catalog."""

from __future__ import annotations

import re
from typing import Any

from readinglist.importers import Fields
from readinglist.importers import _found as said
from readinglist.importers._dates import from_slashes
from readinglist.importers._tagged import Record
from readinglist.importers._values import sound, stated
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMID, ArXiv, Url

_TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter",
    "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "CTLG": "document", "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book",
    "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia", "EQUA": "document", "FIGURE": "figure", "GEN": "document", "GOVDOC": "report",
    "GRANT": "document", "GRNT": "document", "HEAR": "hearing", "ICOMM": "post", "INPR": "article-journal",
    "JFULL": "article-journal", "JOUR": "article-journal", "LEGAL": "legislation", "MANSCPT": "manuscript",
    "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "document",
    "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "RPRT": "report", "SER": "periodical", "SLIDE": "speech",
    "SOUND": "broadcast", "STAND": "standard", "STAT": "legislation", "THES": "thesis", "UNBILL": "bill",
    "UNBIL": "bill", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
    "WEBPAGE": "webpage",
}  # fmt: skip
_IN_A_BOOK = frozenset({"CHAP", "ECHAP", "CONF", "CPAPER", "DICT", "ENCYC"})
_AT_EVENT = frozenset({"CONF", "CPAPER", "SLIDE"})
_SUFFIX = re.compile(r"(?:[Jj]r|[Ss]r)\.?|II|III|IV|\d(?:nd|rd|th)")


def record_fields(record: Record) -> tuple[Fields, list[tuple[str, str]]]:
    """Return a record as a catalog has it, and what there is to say about it."""
    told: list[tuple[str, str]] = []
    kind = record.first("TY").split(" ")[0].upper()
    if kind not in _TYPES:
        told.append((said.TYPE_UNKNOWN, f"nobody knows the type '{kind}'; it is read as a document"))
    fields: dict[str, Any] = {"id": record.first("ID", "LB") or None, "type": _TYPES.get(kind, "document")}
    _what(fields, record, kind)
    _who(fields, record, kind)
    _numbers(fields, record, kind)
    _when(fields, record, kind)
    _where(fields, record, kind)
    _said(fields, record)
    if left := record.left():
        told.append((said.KEPT_ASIDE, f"kept under `custom`: {', '.join(left)}"))
        fields["custom"] = {"ris": left}
    return stated(fields), told


def _what(fields: dict[str, Any], record: Record, kind: str) -> None:
    own = ("TI", "T1", "CT") if kind in _IN_A_BOOK else ("TI", "T1", "CT", "BT")
    fields["title"] = record.first(*own) or (record.first("T2") if kind == "BOOK" else "") or record.first("BT")
    fields["title-short"] = record.first("ST")
    genre = record.first("M3")
    if re.match(r"(?:doi:?\s*)?10\.\d{4,}/", genre, re.IGNORECASE):
        fields["DOI"], genre = sound(DOI, genre), ""
    if kind == "GEN" and genre == "Preprint":
        fields["type"] = "article"
    fields["genre"] = genre
    fields["collection-title"] = record.first("T3") or (record.first("T2") if kind in {"BOOK", "EDBOOK"} else "")
    _container(fields, record, kind)


def _container(fields: dict[str, Any], record: Record, kind: str) -> None:
    if kind == "CONF" and record.first_is("C3"):
        fields["container-title"] = record.first("C3")
        fields["event-title"] = record.first("T2")
    elif kind in {"CPAPER", "SLIDE"}:
        fields["event-title"] = record.first("T2")
    if kind in {"BOOK", "EDBOOK"}:
        return
    titles = list(dict.fromkeys(record.in_order("T2", "JF", "BT") if "container-title" not in fields else []))
    short = list(dict.fromkeys(record.in_order("J2", "JA", "JO", "J1")))
    if titles or short:
        fields.setdefault("container-title", titles[0] if titles else short.pop(0))
    aside = [title for title in (*titles[1:], *short[1:]) if title not in (fields["container-title"], *short[:1])]
    if short and short[0] != fields.get("container-title"):
        fields["container-title-short"] = short[0]
    record.lines += [("JO", title, 0) for title in aside]


def _who(fields: dict[str, Any], record: Record, kind: str) -> None:
    editors, series = ("A3", "A2") if kind in {"BOOK", "EBOOK"} else ("A2", "A3")
    fields["author"] = _people(record.in_order("AU", "A1"))
    fields["editor"] = _people(record.in_order("ED", editors))
    fields["collection-editor"] = _people(record.in_order(series))
    fields["translator"] = _people(record.in_order("A4"))


def _people(values: list[str]) -> list[dict[str, str]]:
    return [person for value in values if (person := _person(value.strip(" ,")))]


def _person(text: str) -> dict[str, str]:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or not all(parts[:2]):
        return {"literal": text} if text else {}
    person = {"family": parts[0], "given": parts[1]}
    if len(parts) > 2 and parts[2]:
        person["suffix"] = " ".join(part for part in parts[2:] if part)
    elif _SUFFIX.fullmatch(parts[1]):
        return {"literal": text}
    return person


def _numbers(fields: dict[str, Any], record: Record, kind: str) -> None:
    fields["volume"] = record.first("VL", "VO")
    fields["issue"] = record.first("IS", "CP")
    fields["collection-number"] = record.first("SV")
    first, last = record.first("SP"), record.first("EP")
    fields["page"] = f"{first}-{last}" if first and last and first != last and "-" not in first else first or last
    number = {"JOUR": ("C7",), "RPRT": ("SN", "M1")}.get(kind, ("M1",))
    fields["number"] = record.first(*number)
    if kind == "PAT" and not fields["number"]:
        fields["number"], fields["issue"] = fields["issue"], ""
    fields["version" if kind in {"COMP", "DATA"} else "edition"] = record.first("ET")


def _when(fields: dict[str, Any], record: Record, kind: str) -> None:
    day, years = record.first("DA"), record.in_order("PY")
    old = record.in_order("Y1")
    fields["issued"] = _best([day, *years, *old])
    accessed = record.first("Y2")
    fields["accessed"] = from_slashes(accessed)
    if kind == "CONF" and (published := from_slashes(record.first("C2"))):
        fields["issued"] = from_slashes(day) or published
        event = _best(years)
        if event and event[:4] != (fields["issued"] or "")[:4]:
            fields["event-date"] = event


def _best(values: list[str]) -> str | None:
    """Return the first date that there is; one that says more of the same year is better."""
    dates = [date for value in values if (date := from_slashes(value))]
    if not dates:
        return None
    return max((date for date in dates if date[:4] == dates[0][:4]), key=len)


def _where(fields: dict[str, Any], record: Record, kind: str) -> None:
    fields["publisher"] = record.first("PB")
    places = ("event-place", "publisher-place") if kind in _AT_EVENT else ("publisher-place", "event-place")
    fields[places[0]] = record.first("CY", "PP")
    fields[places[1]] = record.first("C1")
    _identifiers(fields, record)
    urls = [address for value in record.in_order("UR", "L2") for address in value.split(";http")]
    good = [url for value in urls if (url := sound(Url, value if "://" in value else f"http{value}"))]
    fields["URL"] = good[0] if good else None
    record.lines += [("UR", url, 0) for url in good[1:]]
    for name, tag in (("pdf", "L1"), ("code", "L3"), ("archive-url", "LK")):
        value = record.first(tag)
        fields[name] = sound(Url, value) if "://" in value else None
        if value and not fields[name]:
            record.lines.append((tag, value, 0))


def _identifiers(fields: dict[str, Any], record: Record) -> None:
    if doi := record.first("DO", "DI"):
        fields["DOI"] = sound(DOI, doi)
        if not fields["DOI"]:
            record.lines.append(("DO", doi, 0))
    for number in record.all("SN"):
        name, kind = ("ISBN", ISBN) if len(re.sub(r"[^\dXx]", "", number)) > 8 else ("ISSN", ISSN)
        found = sound(kind, number)
        if found and name not in fields:
            fields[name] = found
        else:
            record.lines.append(("SN", number, 0))
    for number in record.all("AN"):
        if number.lower().startswith("arxiv:") and (arxiv := sound(ArXiv, number[6:])):
            fields["arxiv"] = arxiv
        elif re.fullmatch(r"[1-9]\d{0,8}", number) and "PMID" not in fields:
            fields["PMID"] = sound(PMID, number)
        else:
            record.lines.append(("AN", number, 0))


def _said(fields: dict[str, Any], record: Record) -> None:
    fields["language"] = record.first("LA")
    fields["abstract"], *more = list(dict.fromkeys(record.all("AB", "N2"))) or [""]
    record.lines += [("N2", abstract, 0) for abstract in more]
    notes = [note for note in record.in_order("N1", "RN") if not _repeats_the_doi(note, fields)]
    fields["note"] = "\n".join(notes)
    fields["tags"] = list(dict.fromkeys(record.all("KW")))


def _repeats_the_doi(note: str, fields: dict[str, Any]) -> bool:
    return bool(fields.get("DOI")) and note.lower().replace(" ", "") == f"doi:{fields['DOI']}".lower()
