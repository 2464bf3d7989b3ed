"""Tests of the repair of addresses."""
