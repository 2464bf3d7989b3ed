"""Catalogs on disk: read whole with every problem at once, edited without touching another byte."""
