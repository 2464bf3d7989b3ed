"""What a reading list is: plain values, no file, no network, no terminal."""
