"""An article as Copernicus, which publishes for the geosciences, describes it."""

from __future__ import annotations

from readinglist.sources._claims import Claims
from readinglist.sources._names import whole
from readinglist.sources._xml import Tag


def state(article: Tag, claims: Claims) -> None:
    """Claim what an `article` states; the DOI and the page are told apart from its running number."""
    claims.add("type", "article-journal", article.path)
    claims.text("title", article.first("article_title"))
    listed = article.first("authors")
    people = (whole(each.first("name").text, orcid=each.first("contrib-id").text) for each in listed.all("author"))
    claims.people("author", people, listed.path)
    claims.date("issued", article.first("publication_date"))
    journal = article.first("journal")
    for field, name in (("container-title", "journal_title"), ("volume", "volume_number"), ("issue", "issue_number")):
        claims.text(field, journal.first(name))
    claims.text("ISSN", journal.first("issn"), journal.first("eissn"))
    first, last = article.first("start_page"), article.first("end_page")
    claims.add("page", "-".join(dict.fromkeys(filter(None, (first.text, last.text)))), first.path)
    claims.text("DOI", article.first("doi"))
    claims.text("URL", article.first("article_url"))
    claims.text("pdf", article.first("fulltext_pdf"))
    claims.text("abstract", article.first("abstract"))
