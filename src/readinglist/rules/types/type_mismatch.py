import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Edit, Fix, SetValue
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_REPOSITORY = re.compile(r"https://(?:github|gitlab)\.com/[\w.-]+/[\w.-]+/?")
_GATHERING = re.compile(r"\b(?:conference|symposium|workshop|meeting of the)\b", re.IGNORECASE)
# DOIs of series of proceedings: IEEE's by the name of the conference, those of the ACL Anthology.
_PROCEEDINGS = re.compile(
    r"10\.1109/(?:cvpr|iccv|icra|icassp|iros|focs|infocom|isca|hpca|sp|icse|ijcnn|wacv|micro)[\w.]*\.(?:19|20)\d\d\."
    r"|10\.18653/v1/",
    re.IGNORECASE,
)

_PREPRINT = "no journal is named, only arXiv; write type article, with genre Preprint"
_AS_MISC = "no journal is named, only arXiv; write the entry as @misc, as arXiv itself does"


@rule(Severity.WARNING)
def type_mismatch(catalog: Catalog) -> Iterator[Finding]:
    """The type of an entry contradicts what its other fields say.

    The type decides how a work is cited. A paper of a conference that is called an article of a journal gets a
    volume that it has not, and a preprint a journal that nobody named.

    Flagged:

        - id: kwon2023paged
          type: article-journal
          arxiv: "2309.06180"

    Fixed:

        - id: kwon2023paged
          type: article
          genre: Preprint
          arxiv: "2309.06180"

    Flagged:

        - id: he2016
          type: article-journal
          DOI: 10.1109/CVPR.2016.90

        - id: proceedings
          type: article-journal
          container-title: Proceedings of the 29th Symposium on Operating Systems Principles

        - id: repository
          type: webpage
          URL: https://github.com/vllm-project/vllm

    Fine:

        - id: journal
          type: article-journal
          container-title: Proceedings of the ACM on Programming Languages
          volume: 7
        - id: academy
          type: article-journal
          container-title: Proceedings of the National Academy of Sciences
        - id: transactions
          type: article-journal
          DOI: 10.1109/TPAMI.2016.2577031
        - id: course
          type: webpage
          genre: Course
          URL: https://github.com/stanford-cs336/lectures
    """
    for entry in catalog:
        if entry.type == "article-journal" and (found := _of_an_article(entry)):
            preprint = entry.place in catalog.by_record and found.message == _PREPRINT
            yield Finding(found.place, _AS_MISC) if preprint else found
        elif entry.type == "webpage" and not entry.genre and entry.url and _REPOSITORY.fullmatch(entry.url):
            yield _told(entry, "this is a repository of software; write type software", "software")


def _of_an_article(entry: Entry) -> Finding | None:
    title = entry.container_title
    if entry.doi and _PROCEEDINGS.match(entry.doi):
        return _told(
            entry, "its DOI is that of a paper in proceedings; write type paper-conference", "paper-conference"
        )
    if title and not entry.volume and _GATHERING.search(title) and title.lower().startswith("proceedings of"):
        return _told(entry, "it stands in proceedings; write type paper-conference", "paper-conference")
    elsewhere = entry.doi and not entry.doi.lower().startswith("10.48550/")
    if entry.arxiv and not (title or elsewhere or entry.volume or entry.issn):
        return _told(entry, _PREPRINT, "article")
    return None


def _told(entry: Entry, message: str, type: str) -> Finding:
    edits: list[Edit] = [SetValue(entry.at("type"), type)]
    if type == "article" and not entry.genre:
        edits.append(SetValue(entry.at("genre"), "Preprint"))
    return Finding(entry.at("type"), message, Fix(tuple(edits), safe=False))
