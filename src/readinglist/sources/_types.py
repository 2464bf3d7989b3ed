"""What the services call kinds of works, in one map: their word -> the type of a catalog, and the genre beside it.

Their words stand in small letters with nothing between them: `journal-article`, `JournalArticle` and
`Journal Article` are one.
"""

from __future__ import annotations

import re

_WORDS = {
    "article": "workingpaper preprint postedcontent informalpublications informalandotherpublications",
    "article-journal": (
        "journalarticle letter editorial erratum retraction review article datapaper scholarlyarticle "
        "journalarticles clinicaltrial casereport lettersandcomments metaanalysis study casereports "
        "academicjournal"
    ),
    "article-magazine": "magazine",
    "article-newspaper": "newsarticle news newspaper",
    "bill": "bill",
    "book": (
        "monograph editedbook book referencebook bookset proceedings proceedingsseries bookseries "
        "conferenceproceeding conferenceproceedings booksandtheses editorship conferencepublication"
    ),
    "broadcast": "podcastepisode",
    "chapter": "bookchapter booksection bookpart booktrack chapter partsinbooksorcollections",
    "collection": "collection",
    "dataset": "dataset database supplementarymaterials datacatalog dataandartifacts",
    "document": (
        "component grant other paratext physicalobject studyregistration instrument model creativework "
        "text mixedmaterial"
    ),
    "entry": "referenceentry referenceworks",
    "entry-encyclopedia": "encyclopedia",
    "event": "event",
    "figure": "figure plot diagram",
    "graphic": "image photo drawing imageobject stillimage threedimensionalobject artoriginal",
    "hearing": "hearing",
    "interview": "interview",
    "legislation": "legislation",
    "manuscript": "manuscript",
    "map": "map cartographic atlas",
    "motion_picture": "audiovisual video videoobject movie movingimage motionpicture",
    "musical_score": "notatedmusic",
    "paper-conference": "proceedingsarticle conferencepaper conferenceandworkshoppapers conference",
    "patent": "patent",
    "periodical": "journal journalissue journalvolume periodical publicationissue",
    "post-weblog": "blogposting blogpost",
    "report": (
        "report reportcomponent reportseries outputmanagementplan datamanagementplan "
        "softwaredocumentation technicalnote deliverable milestone proposal governmentpublication "
        "technicalreport"
    ),
    "review": "peerreview",
    "software": (
        "computationalnotebook software workflow softwaresourcecode softwareapplication "
        "softwaremultimedia computerprogram"
    ),
    "song": "sound audioobject soundrecording soundrecordingmusical soundrecordingnonmusical",
    "speech": "poster presentation slides lecture talk lesson",
    "standard": "standard",
    "thesis": "dissertation thesis",
    "webpage": "libguides interactiveresource blog techarticle webpage website course",
}
_TYPES = {word: kind for kind, words in _WORDS.items() for word in words.split()}

_GENRES = {
    "preprint": "Preprint",
    "postedcontent": "Preprint",
    "workingpaper": "Working paper",
    "informalpublications": "Preprint",
    "informalandotherpublications": "Preprint",
    "poster": "Poster",
    "slides": "Slides",
    "talk": "Talk",
    "course": "Course",
    "computationalnotebook": "Notebook",
    "softwaredocumentation": "Documentation",
    "technicalreport": "Technical report",
}


def type_of(word: str) -> tuple[str, str]:
    """Return the type and the genre that a service's word means; nothing for a word that nobody knows."""
    folded = re.sub(r"[^a-z]", "", word.casefold())
    return _TYPES.get(folded, ""), _GENRES.get(folded, "")
