"""A reading list on disk: its configuration, its files, and everything that can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from readinglist.config import Config, find_config, read_config
from readinglist.errors import BadConfig, CannotRead, EditRefused, UnknownName
from readinglist.model.edit import AddEntry, Data, Edit
from readinglist.whereabouts import FILE_NAME, is_catalog, is_markdown, shown

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change
    from readinglist.importers import Imported
    from readinglist.importing import Outcome
    from readinglist.links.verdict import Judgement
    from readinglist.model.catalog import Catalog
    from readinglist.model.finding import Finding
    from readinglist.rules import Rule
    from readinglist.settings import LintSettings


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A configuration and the catalog files that it names."""

    config: Config
    files: tuple[Path, ...]
    named: bool = False
    """Whether the files were named one by one, and not found as the configuration says."""

    @classmethod
    def open(
        cls, where: Path | str = ".", *, config: Path | str | None = None, catalog: Sequence[Path | str] = ()
    ) -> ReadingList:
        """Return the list whose configuration lies nearest to `where`, upward; or the one that is named.

        Raises `CannotRead` where there is no catalog, and `BadConfig` where the configuration is wrong.
        """
        found = read_config(Path(config)) if config else find_config(Path(where))
        named = [Path(file) for file in catalog]  # `-` is standard input, for commands that read one
        files = named or list(found.catalog_files())
        if not files:
            sought = f"no catalog in {found.root} (looked for {', '.join(found.settings.catalog)})"
            raise CannotRead(f"{sought}; name its files as `catalog` in {FILE_NAME}, or with --catalog")
        return cls(found, tuple(Path(shown(str(file))) for file in files), bool(named))

    def read(self) -> Catalog:
        """Return the catalog as it is on disk now; lists in Markdown and bibliographies are read as what they are."""
        from readinglist.catalog_file.read import contents_of

        return self.at_home(read_contents(contents_of(self.files)))

    def at_home(self, catalog: Catalog) -> Catalog:
        """Return a catalog with the house rules of its owner."""
        return replace(catalog, house=self.config.settings.lint)

    @property
    def lint_settings(self) -> LintSettings:
        """What the configuration says of `lint`; raises `BadConfig` where it names a rule that there is not."""
        from readinglist.linting import refuse_unknown
        from readinglist.rules import all_rules

        settings = self.config.settings.lint
        for name, named in (("select", settings.select), ("ignore", settings.ignore)):
            try:
                refuse_unknown(named, {**all_rules(), **self.house_rules})
            except UnknownName as error:
                raise BadConfig(f"{self.config.where('lint', name)}: {error}") from error
        return settings

    @property
    def house_rules(self) -> Mapping[str, Rule]:
        """The rules of the list's own, by name; raises `BadRule` where their files cannot be used."""
        from readinglist.house_rules import house_rules

        return house_rules(self.config)

    def lint(self, catalog: Catalog | None = None) -> list[Finding]:
        """Return what is wrong with the catalog, by the rules that the configuration selects."""
        from readinglist.linting import lint

        settings = self.lint_settings
        return lint(catalog or self.read(), settings.select, settings.ignore, self.house_rules)

    def check_links(self, catalog: Catalog | None = None, *, offline: bool = False) -> dict[str, Judgement]:
        """Return how the links of the catalog are, by address; what is learned is remembered in the ledger.

        Raises `NoNetwork` where nobody answers at all.
        """
        import datetime

        from readinglist.ledger.file import Ledger
        from readinglist.links.check import check_links
        from readinglist.links.collect import Links
        from readinglist.links.setup import client_of, plan_of

        links = Links()
        links.add_catalog(catalog or self.read())
        settings = self.config.settings
        plan = plan_of(settings, datetime.date.today(), offline=offline)
        with Ledger(self.ledger_file) as ledger:
            return check_links(links.places, lambda: client_of(settings), ledger, plan, dois=links.dois)

    def readable(self) -> Catalog:
        """Return the catalog; raise `CatalogBroken` where a part of it could not be read. No rule is asked."""
        from readinglist.errors import CatalogBroken
        from readinglist.model.finding import Severity

        catalog = self.read()
        errors = [problem for problem in catalog.problems if problem.severity is Severity.ERROR]
        if errors:
            raise CatalogBroken(catalog, errors)
        return catalog

    def sound(self) -> Catalog:
        """Return the catalog; raise `CatalogBroken` where it has errors."""
        from readinglist.errors import CatalogBroken
        from readinglist.model.finding import Severity

        catalog = self.read()
        errors = [found for found in self.lint(catalog) if found.severity is Severity.ERROR]
        if errors:
            raise CatalogBroken(catalog, errors)
        return catalog

    def add(
        self,
        fields: Mapping[str, Data],
        *,
        file: str | None = None,
        again: bool = False,
        write: bool = True,
        origins: Mapping[str, str] | None = None,
    ) -> tuple[Change, ...]:
        """Append an entry; refused where the work is there already, unless `again` says so.

        `origins` say of fields that were fetched who said it when; that is remembered in the ledger.
        """
        from readinglist.editing import added

        edits: list[Edit] = []
        changes = self.change(lambda catalog: _kept(edits, added(catalog, fields, file, again=again)), write)
        if write and origins:
            self._remember({str(edit.fields["id"]): origins for edit in edits if isinstance(edit, AddEntry)})
        return changes

    def fill(
        self, fields: Mapping[str, Mapping[str, Data]], *, origins: Mapping[str, Mapping[str, str]], write: bool = True
    ) -> tuple[Change, ...]:
        """Give the fields of several entries other values, and remember where those come from."""
        from readinglist.editing import assigned

        changes = self.change(
            lambda catalog: (edit for name, own in fields.items() for edit in assigned(catalog, name, own)), write
        )
        if write:
            self._remember(origins)
        return changes

    def _remember(self, origins: Mapping[str, Mapping[str, str]]) -> None:
        from readinglist.ledger.file import Ledger
        from readinglist.ledger.origin import Origin

        with Ledger(self.ledger_file) as ledger:
            for name, fields in origins.items():
                ledger.note(Origin(name, {**ledger.origin(name).fields, **fields}))

    @property
    def ledger_file(self) -> Path:
        """Where robots remember what they learned."""
        return self.config.root / self.config.settings.check.ledger

    def set(self, name: str, fields: Mapping[str, Data], *, write: bool = True) -> tuple[Change, ...]:
        """Give an entry's fields these values; None takes a field away."""
        from readinglist.editing import assigned

        return self.change(lambda catalog: assigned(catalog, name, fields), write)

    def rename(self, old: str, new: str, *, write: bool = True) -> tuple[Change, ...]:
        """Give an entry another id; the old one goes on working."""
        from readinglist.editing import renamed

        return self.change(lambda catalog: renamed(catalog, old, new), write)

    def remove(self, names: Sequence[str], *, write: bool = True) -> tuple[Change, ...]:
        """Take entries away."""
        from readinglist.editing import removed

        return self.change(lambda catalog: removed(catalog, names), write)

    def merge(self, keep: str, drop: str, *, write: bool = True) -> tuple[Change, ...]:
        """Fold one entry into another."""
        from readinglist.editing import merged

        return self.change(lambda catalog: merged(catalog, keep, drop), write)

    def take_in(
        self, sources: Sequence[Imported], outcomes: list[Outcome], *, file: str | None = None, write: bool = True
    ) -> tuple[Change, ...]:
        """Add the entries of other bibliographies, or merge them into the same works; tell what became of them."""
        from readinglist.catalog_file.parse import no_garbage_collection
        from readinglist.importing import arrived

        where = str(self.with_file(file).files[0] if file else self.files[-1])
        target = Path(where).as_posix()
        with no_garbage_collection():
            return self.change(lambda catalog: arrived(catalog, sources, outcomes, target), write)

    def format(self, *, write: bool = True) -> tuple[Change, ...]:
        """Bring the files into canonical form."""
        from readinglist.catalog_file.change import rewrite

        self._refuse_foreign()
        from readinglist.catalog_file.format import formatted

        return rewrite(
            self.files, lambda catalog: {file: formatted(own) for file, own in catalog.written.items()}, write=write
        )

    def fix(
        self, *, unsafe: bool = False, select: Collection[str] = (), ignore: Collection[str] = (), write: bool = True
    ) -> tuple[Change, ...]:
        """Apply the safe fixes of all findings, and with `unsafe` the doubtful ones."""
        from readinglist.catalog_file.change import rewrite

        self._refuse_foreign()
        from readinglist.fixing import fixed_texts
        from readinglist.linting import lint

        house = self.house_rules
        judge = lambda catalog: lint(catalog, select, ignore, house)  # noqa: E731
        texts = lambda catalog: fixed_texts(self.at_home(catalog), judge, unsafe=unsafe)  # noqa: E731
        return rewrite(self.files, texts, write=write)

    def change(self, decide: Callable[[Catalog], Iterator[Edit]], write: bool = True) -> tuple[Change, ...]:
        """Make the edits that a function of the catalog decides on."""
        from readinglist.catalog_file.change import change

        self._refuse_foreign()
        return change(self.files, decide, write=write)

    def _refuse_foreign(self) -> None:
        """Refuse to edit a list in Markdown, whose words are its curator's, or a bibliography of another format."""
        for file in map(str, self.files):
            if is_markdown(file):
                told = "is a list in Markdown; change it by hand, or begin a catalog with `readinglist init --from`"
                raise EditRefused(f"{file} {told}")
            if _is_bibliography(file):
                told = "is no catalog, and only those are changed; take it into one with `readinglist import`"
                raise EditRefused(f"{file} {told}")

    def with_file(self, file: str) -> ReadingList:
        """Return the list with one of its files alone; raise `EditRefused` where it is none of them."""
        chosen = tuple(each for each in self.files if each.samefile(file)) if Path(file).exists() else ()
        if not chosen:
            raise EditRefused(f"{file} is not a file of this catalog; there is {', '.join(map(str, self.files))}")
        return replace(self, files=chosen)


def _kept(edits: list[Edit], new: Iterator[Edit]) -> Iterator[Edit]:
    """Yield edits on, and keep each in a list."""
    for edit in new:
        edits.append(edit)
        yield edit


def read_contents(contents: Mapping[str, bytes]) -> Catalog:
    """Return the catalog that files of these names and contents make, in this order."""
    if all(_may_be_catalog(name, data) for name, data in contents.items()):
        from readinglist.catalog_file.read import read_catalog

        return read_catalog(contents)
    from readinglist.markdown_source import read_lists

    return read_lists(contents)


def _may_be_catalog(file: str, data: bytes) -> bool:
    from readinglist.foreign_yaml import other_format

    return other_format(data) is None if is_catalog(file) else "." not in PurePath(file).name


def _is_bibliography(file: str) -> bool:
    if is_catalog(file):
        return Path(file).is_file() and not _may_be_catalog(file, Path(file).read_bytes())
    from readinglist.importers import all_importers

    suffix = PurePath(file).suffix.lower()
    return any(suffix in importer.suffixes for importer in all_importers().values())
