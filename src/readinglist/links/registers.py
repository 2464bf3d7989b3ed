"""What authorities say, as verdicts: before any page is asked, and where only a wall answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readinglist.ledger.file import Ledger
from readinglist.links.authorities._authority import State, Word, authority_for
from readinglist.links.consulting import Consultation
from readinglist.links.memory import remembered
from readinglist.links.plan import Plan, Progress, Watch
from readinglist.links.verdict import Judgement, Verdict
from readinglist.model.addresses import plain_address
from readinglist.model.pages import named_at
from readinglist.web.credentials import without_password

_VERDICTS = {
    State.THERE: (Verdict.OK, "registered"),
    State.RENAMED: (Verdict.MOVED, "renamed"),
    State.ARCHIVED: (Verdict.ARCHIVED_UPSTREAM, "repository-archived"),
    State.WITHDRAWN: (Verdict.ARCHIVED_UPSTREAM, "paper-withdrawn"),
    State.ABSENT: (Verdict.GONE, "not-registered"),
}
_WALLED = {"forbidden", "bot-wall", "login-needed", "login-page", "consent-page", "rate-limited"}
_WHOLE = {"", "readme"}  # a section of a page that is the page


class Registers:
    """What authorities settle in one check, each address with one question at most."""

    def __init__(self, consultation: Consultation, ledger: Ledger, plan: Plan) -> None:
        self.consultation, self.ledger, self.plan = consultation, ledger, plan

    def settle(self, urls: Sequence[str], watch: Watch = lambda _: None) -> dict[str, Judgement]:
        """Return a verdict for each address that an authority decides on; the pages of the others are to be asked."""

        def tell(done: int, waiting: Sequence[str]) -> None:
            watch(Progress(done, len(urls), {}, waiting))

        words = self.consultation.words((url for url in urls if _is_decided(url)), tell)
        found = {url: judgement for url, word in words.items() if (judgement := judgement_of(word))}
        return {url: self._keep(url, judgement) for url, judgement in found.items()}

    def vouch(self, found: Mapping[str, Judgement], dois: Mapping[str, str]) -> dict[str, Judgement]:
        """Return a better verdict for each address behind a wall whose work is registered.

        `dois` names, for addresses, the address of the DOI that the list gives for the same work.
        """
        walled = (url for url, each in found.items() if each.verdict is Verdict.BLOCKED and each.reason in _WALLED)
        behind = {url: doi for url in walled if not found[url].remembered and (doi := dois.get(url) or doi_at(url))}
        words = self.consultation.words(dict.fromkeys(doi for doi in behind.values() if doi not in found))
        better: dict[str, Judgement] = {}
        for url, doi in behind.items():
            word = words.get(doi)
            if found[doi].verdict.alive if doi in found else word and word.state is State.THERE:
                told = f"a wall answers here ({found[url].detail}), and its DOI is registered"
                better[url] = self._keep(url, Judgement(Verdict.OK, "registered", told, found[url].status))
        return better

    def _keep(self, url: str, judgement: Judgement) -> Judgement:
        name, today = without_password(url), self.plan.today
        known = self.ledger.get(name)
        judgement, record = remembered(name, judgement, known, today, strict=self.plan.strict)
        self.ledger.note(record)
        return judgement


def judgement_of(word: Word) -> Judgement | None:
    """Return what an authority's word means; None where it proves nothing, and the page is to be asked."""
    if word.state not in _VERDICTS:
        return None
    verdict, reason = _VERDICTS[word.state]
    return Judgement(verdict, reason, word.detail, new_url=word.new_url if verdict is not Verdict.OK else None)


def doi_at(url: str) -> str | None:
    """Return the address of the DOI that an address of a publisher names."""
    named = named_at(plain_address(url))
    return f"https://doi.org/{named.value}" if named and named.kind == "doi" else None


def _is_decided(url: str) -> bool:
    found = authority_for(url)
    return bool(found and found[0].is_whole(url) and url.partition("#")[2].lower() in _WHOLE)
