"""Copies of pages in the Internet Archive: found, looked at like any page, and written down; or asked for."""
