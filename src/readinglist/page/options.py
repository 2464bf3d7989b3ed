"""What is chosen for a page and its feeds, whichever of the files it is."""

from __future__ import annotations

from pydantic import Field

from readinglist.exporters import Options


class Published(Options):
    """Where a list is published, and under which terms; the same for the page and for its feeds."""

    url: str = Field("", pattern=r"^(https?://\S+)?$", description="The address at which the page will be found.")
    license: str = Field("", description="The licence of the list, as its SPDX name: `CC-BY-4.0`.")
    source: str = Field("", pattern=r"^(https?://\S+)?$", description="Where readers can correct the list.")
    beside: dict[str, str] = Field(
        {}, description="The files beside the page: a name, and its format or, of a page, its language."
    )


class PageOptions(Published):
    """How the page looks, and what stands on it."""

    language: str = Field("", description="The language of the page; the catalog's, if none is named.")
    style: str = Field("", description="The style of the citations; a line for running text, if none is named.")
    templates: str = Field("", description="A folder with files that take the place of the page's own, or theme.css.")
    fragment: bool = Field(False, description="Write what stands in a page of a site's generator, not a whole page.")
