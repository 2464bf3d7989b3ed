"""From a link or an identifier to what is known about the work, and where each field of it came from."""
