import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_REPOSITORY = re.compile(r"GitHub - [\w.-]+/([\w.-]+)(: .+)?", re.DOTALL)
_NUMBER = re.compile(r"\[(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\]\s+(?=\S)")
_JOINT = re.compile(r"\s(?:[|·»•–—-]|::)\s")
_LONGEST = 40
_FEWEST_WORDS = 3  # "User guide" says nothing without whose it is
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+)", re.IGNORECASE)
_COMMON = frozenset("blog the docs documentation official site website homepage home page news www com org net".split())
_WORD = re.compile(r"\w+")


@rule(Severity.WARNING)
def title_site_suffix(catalog: Catalog) -> Iterator[Finding]:
    """A title ends with the name of the website, or begins as GitHub and arXiv begin theirs.

    The `<title>` of a page is made for tabs and search engines: "Title | Site", "GitHub - owner/name: …". The
    site is named by `container-title`. An ending counts where the address, the site, the publisher or the author
    is called so.

    Flagged:

        - id: roofline
          title: Understanding roofline charts | Telesens Blog
          URL: https://www.telesens.co/2018/07/26/understanding-roofline-charts/

    Fixed:

        - id: roofline
          title: Understanding roofline charts
          URL: https://www.telesens.co/2018/07/26/understanding-roofline-charts/

    Flagged:

        - id: vllm
          title: "GitHub - vllm-project/vllm: A high-throughput inference engine"

    Fixed:

        - id: vllm
          title: "vllm: A high-throughput inference engine"

    Flagged:

        - id: paper
          title: "[2309.06180] Efficient memory management"

    Fine:

        - id: dash
          title: Scaling laws – a view from below
          URL: https://example.org/laws
        - id: site
          title: How to scale your model
          container-title: Jax
          URL: https://jax-ml.github.io/scaling-book
    """
    for entry in catalog:
        if entry.title and (better := _better(entry, entry.title)):
            told = f"a part of this title is the website's; write '{better}'"
            yield Finding(entry.at("title"), told[:250], set_value(entry.at("title"), better, safe=False))


def _better(entry: Entry, title: str) -> str | None:
    if title[0] == "[" and (found := _NUMBER.match(title)):
        return title[found.end() :]
    if title.startswith("GitHub - ") and (found := _REPOSITORY.fullmatch(title)):
        return found[1] + (found[2] or "")
    joints = list(_JOINT.finditer(title))
    if joints and len(title) - joints[-1].end() <= _LONGEST and _is_site(entry, title[joints[-1].end() :]):
        rest = title[: joints[-1].start()].rstrip()
        return rest if len(rest.split()) >= _FEWEST_WORDS else None
    return None


def _is_site(entry: Entry, ending: str) -> bool:
    """Tell whether a text names the site, its publisher or its author."""
    name = _core(ending)
    if len(name) < 3:
        return False
    named = [entry.container_title, entry.publisher, *(person.text for person in entry.author)]
    if any(each and _core(each) == name for each in named):
        return True
    hosts = (found[1] for address in (entry.url, entry.link) if address and (found := _HOST.match(address)))
    return any(re.sub(r"\W", "", host.casefold()).startswith(name) or name in host.split(".") for host in hosts)


def _core(text: str) -> str:
    return "".join(word for word in _WORD.findall(text.casefold()) if word not in _COMMON)
