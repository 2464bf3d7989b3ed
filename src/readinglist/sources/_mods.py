"""A work in MODS: what libraries send."""

from __future__ import annotations

import re

from readinglist.sources._claims import Claims
from readinglist.sources._dates import date_of
from readinglist.sources._languages import language_of
from readinglist.sources._names import Name, body, person, whole
from readinglist.sources._text import title
from readinglist.sources._xml import Tag

_WRITES = re.compile(r"aut|author|creator|cre|architect|compiler|composer|artist|photographer|cartographer|programmer")
_ROLES = {"edt": "editor", "editor": "editor", "trl": "translator", "translator": "translator"}
_NO_GENRE = frozenset({"fiction", "bibliography", "electronic resource", "government publication", "website"})
_LIFETIME = re.compile(r",?\s*(?:\d{4}-(?:\d{4})?|b\. \d{4})\.?$")
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")


def state(mods: Tag, claims: Claims) -> None:
    """Claim what a `mods` element states; a host in it is what the work stands in."""
    host = next(mods.where("relatedItem", "type", "host"), Tag())
    _kind(mods, host, claims)
    _title(mods, claims)
    _people(mods, claims)
    _origin(mods, host, claims)
    claims.text("container-title", _main_title(host).first("title"))
    series = next(mods.where("relatedItem", "type", "series"), Tag())
    claims.text("collection-title", _main_title(series).first("title"))
    _part(host.first("part"), claims)
    for place in (mods, host):
        for kind, field in (("doi", "DOI"), ("isbn", "ISBN"), ("issn", "ISSN"), ("pmid", "PMID")):
            claims.text(field, *place.where("identifier", "type", kind))
    language = mods.first("language", "languageTerm") or mods.first("language")
    claims.add("language", language_of(language.text), language.path)
    primary = [each for each in mods.all("location", "url") if each.attribute("usage").startswith("primary")]
    claims.text("URL", *primary, *mods.all("location", "url"), *mods.where("identifier", "type", "uri", "hdl"))
    claims.text("abstract", mods.first("abstract"))


def _kind(mods: Tag, host: Tag, claims: Claims) -> None:
    for each in mods.all("genre"):
        if each.text.casefold() not in _NO_GENRE:
            claims.type(each)
    if host and claims.get("type") in (None, "document", "book"):
        claims.drop("type")
        periodical = any(
            each.text.casefold() in {"periodical", "journal", "academic journal"} for each in host.inside("genre")
        )
        journal = periodical or bool(next(host.where("identifier", "type", "issn"), None)) or _continues(host)
        claims.add("type", "article-journal" if journal else "chapter", host.path)
    if any(each.text == "monographic" for each in mods.all("originInfo", "issuance")) and not host:
        claims.add("type", "book" if mods.first("typeOfResource").text == "text" else "", f"{mods.path}/originInfo")
    claims.type(mods.first("typeOfResource"))


def _continues(host: Tag) -> bool:
    return any(each.text in ("continuing", "serial") for each in host.all("originInfo", "issuance"))


def _main_title(place: Tag) -> Tag:
    return next((each for each in place.all("titleInfo") if not each.attribute("type")), place.first("titleInfo"))


def _title(mods: Tag, claims: Claims) -> None:
    main = _main_title(mods)
    article = title(main.first("nonSort").text)
    text = f"{article}{'' if article.endswith(chr(39)) else ' '}{title(main.first('title').marked)}".strip()
    if more := title(main.first("subTitle").marked):
        text = f"{text.rstrip(' :')}: {more}"
    numbers = ": ".join(filter(None, (main.first(name).text for name in ("partNumber", "partName"))))
    claims.add("title", f"{text}. {numbers}" if numbers else text, main.path)


def _people(mods: Tag, claims: Claims) -> None:
    by_field: dict[str, list[Name]] = {}
    for each in mods.all("name"):
        roles = {role.text.casefold().strip(".") for role in each.all("role", "roleTerm")}
        field = next((_ROLES[role] for role in sorted(roles) if role in _ROLES), "author")
        if field != "author" or not roles or any(map(_WRITES.fullmatch, roles)):
            by_field.setdefault(field, []).append(_name(each))
    for field, people in by_field.items():
        claims.people(field, people, f"{mods.path}/name")


def _name(each: Tag) -> Name:
    parts = {kind: " ".join(part.text for part in each.where("namePart", "type", kind)) for kind in ("family", "given")}
    if parts["family"]:
        return person(parts["family"], parts["given"])
    text = " ".join(part.text for part in each.all("namePart") if not part.attribute("type"))
    if each.attribute("type") in ("corporate", "conference"):
        return body(text.rstrip("."))
    family, comma, given = _LIFETIME.sub("", text).partition(", ")
    return person(family, given) if comma else whole(family)


def _origin(mods: Tag, host: Tag, claims: Claims) -> None:
    for place in (mods, host):
        for origin in place.all("originInfo"):
            claims.text("publisher", origin.first("publisher"))
            names = [each for each in origin.all("place", "placeTerm") if each.attribute("type") != "code"]
            claims.text("publisher-place", *names, *origin.all("place", "text"))
            claims.text("edition", origin.first("edition"))
            for name in _DATES:
                coded = [each for each in origin.all(name) if each.attribute("encoding")]
                claims.date("issued", *origin.all(name), *coded, read=date_of)
        claims.date("issued", place.first("part", "date"))


def _part(part: Tag, claims: Claims) -> None:
    for kind, field in (("volume", "volume"), ("issue", "issue"), ("number", "issue")):
        claims.text(field, *(each.first("number") for each in part.where("detail", "type", kind)))
    for extent in part.all("extent"):
        pages = [extent.first(name).text for name in ("start", "end")]
        claims.add("page", "-".join(dict.fromkeys(filter(None, pages))) or extent.first("list").text, extent.path)
