"""A work in DataCite's XML schema, whichever of its kernels, alone or in an OAI record."""

from __future__ import annotations

from readinglist.sources import _datacite_attributes as attributes
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._xml import Tag


def state(resource: Tag, claims: Claims) -> None:
    """Claim what a `resource` states; it says the same as the registry's JSON does, in other words."""
    attributes.state(Node(_attributes(resource), resource.path), claims)


def _attributes(resource: Tag) -> dict[str, object]:
    general = resource.first("resourceType")
    return {
        "doi": next((each.text for each in resource.where("identifier", "identifierType", "doi")), ""),
        "creators": [_name(each, "creatorName") for each in resource.all("creators", "creator")],
        "contributors": [_name(each, "contributorName") for each in resource.all("contributors", "contributor")],
        "titles": [
            {"title": each.marked, "titleType": each.attribute("titleType")} for each in resource.all("titles", "title")
        ],
        "publisher": resource.first("publisher").text,
        "publicationYear": resource.first("publicationYear").text,
        "dates": [
            {"date": each.text, "dateType": each.attribute("dateType")} for each in resource.all("dates", "date")
        ],
        "types": {"resourceTypeGeneral": general.attribute("resourceTypeGeneral"), "resourceType": general.text},
        "language": resource.first("language").text,
        "version": resource.first("version").text,
        "descriptions": [
            {"description": each.text, "descriptionType": each.attribute("descriptionType")}
            for each in resource.all("descriptions", "description")
        ],
        "rightsList": [_rights(each) for each in resource.inside("rights")],
        "relatedIdentifiers": [_related(each) for each in resource.all("relatedIdentifiers", "relatedIdentifier")],
        "alternateIdentifiers": [
            {"alternateIdentifierType": each.attribute("alternateIdentifierType"), "identifier": each.text}
            for each in resource.all("alternateIdentifiers", "alternateIdentifier")
        ],
        "relatedItems": [_item(each) for each in resource.all("relatedItems", "relatedItem")],
    }


def _name(each: Tag, name: str) -> dict[str, object]:
    marks = [
        {"nameIdentifier": mark.text, "nameIdentifierScheme": mark.attribute("nameIdentifierScheme")}
        for mark in each.all("nameIdentifier")
    ]
    return {
        "name": each.first(name).text,
        "nameType": each.first(name).attribute("nameType"),
        "familyName": each.first("familyName").text,
        "givenName": each.first("givenName").text,
        "nameIdentifiers": marks,
        "contributorType": each.attribute("contributorType"),
    }


def _rights(each: Tag) -> dict[str, object]:
    return {"rightsUri": each.attribute("rightsURI"), "rightsIdentifier": each.attribute("rightsIdentifier")}


def _related(each: Tag) -> dict[str, object]:
    kind, relation = each.attribute("relatedIdentifierType"), each.attribute("relationType")
    return {"relatedIdentifier": each.text, "relatedIdentifierType": kind, "relationType": relation}


def _item(each: Tag) -> dict[str, object]:
    parts = {name: each.first(name).text for name in ("volume", "issue", "edition", "firstPage", "lastPage")}
    titles = [{"title": title.text} for title in each.all("titles", "title")]
    return {**parts, "relationType": each.attribute("relationType"), "titles": titles}
