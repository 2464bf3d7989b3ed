"""Tests of what authorities say."""
