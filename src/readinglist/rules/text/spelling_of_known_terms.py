import re
from collections.abc import Iterator
from operator import attrgetter

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_AS_WRITTEN = """GitHub GitLab PyTorch TensorFlow JavaScript TypeScript YouTube LinkedIn OpenAI ChatGPT WordPress
    PostgreSQL MySQL SQLite MongoDB DeepMind DeepSeek NumPy SciPy GraphQL BibTeX IPython FlashAttention""".split()
_TERMS = {each.capitalize(): each for each in _AS_WRITTEN} | {"Arxiv": "arXiv", "Hugginface": "Hugging Face"}
_WRONG = re.compile(rf"(?<![\w./@:-])(?:{'|'.join(_TERMS)})(?![\w/:-]|\.\w)")
_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>")
_FIELDS = "title title-short label container-title event-title publisher annote".split()
_texts_of = attrgetter(*(ATTRIBUTES[name] for name in _FIELDS))


@rule(Severity.INFO)
def spelling_of_known_terms(catalog: Catalog) -> Iterator[Finding]:
    """A well-known name has its capitals in the wrong place: Github, Pytorch, Arxiv.

    Its makers write it otherwise, and a search that knows capitals misses it.

    Flagged:

        - id: course
          title: Pytorch for beginners

    Fixed:

        - id: course
          title: PyTorch for beginners

    Flagged:

        - id: why
          title: A course
          annote: Its exercises are on Github.

    Fine:

        - id: names
          title: PyTorch, GitHub and arXiv
          annote: See `Github`, [here](https://example.org/Github) and <https://example.org/Pytorch>.
    """
    for entry in catalog:
        for name, text in zip(_FIELDS, _texts_of(entry), strict=True):
            if isinstance(text, str) and _WRONG.search(text) and (found := _WRONG.search(_CODE.sub("", text))):
                right = _WRONG.sub(lambda word: _TERMS[word[0]], text)
                fix = set_value(entry.at(name), right, safe=False)
                yield Finding(entry.at(name), f"'{found[0]}' is written '{_TERMS[found[0]]}'; correct it", fix)
