from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def isbn(catalog: Catalog) -> Iterable[Finding]:
    """An ISBN has a wrong check digit or the wrong number of digits.

    The last digit of an ISBN is computed from the others, so one wrong or swapped digit is always seen. Look at
    the back of the title page again.

    Flagged:

        - id: dashes
          ISBN: 978–0–262–03384–8

    Fixed:

        - id: dashes
          ISBN: 978-0-262-03384-8

    Flagged:

        - id: digit
          ISBN: 978-0-262-03384-7

        - id: short
          ISBN: 978-0-262-0338

    Fine:

        - id: thirteen
          ISBN: 978-0-262-03384-8
        - id: ten
          ISBN: 0-8044-2957-X
    """
    return catalog.reported("isbn")
