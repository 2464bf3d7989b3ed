"""Tests of copies in the Internet Archive."""
