"""The page: a catalog as one HTML file that needs nothing else, and the feeds beside it. Pure: values in, text out."""
