"""`python -m readinglist`, and what the `readinglist` command calls."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; the version is told before anything else is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from readinglist import __version__

        sys.stdout.write(f"readinglist {__version__}\n")
        return
    gc.set_threshold(100_000, 50, 50)  # loading modules makes much and drops nothing
    try:
        from readinglist.cli import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was a command to interrupt
        status = 130
    gc.freeze()  # all that is left ends with the process; searching it for rings first takes longer than some commands
    sys.exit(status)


if __name__ == "__main__":
    main()
