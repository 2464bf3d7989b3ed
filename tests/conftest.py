"""What all tests share: how many examples a property is tried with, and that Ctrl-C is heard."""

import os
import signal

from hypothesis import settings

SOAK = bool(os.environ.get("READINGLIST_SOAK"))

settings.register_profile("fast", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile("soak" if SOAK else "fast")

# A shell starts its background jobs deaf to Ctrl-C, and so would be the commands that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)
