"""What a bibliography in another format has to say when it is read."""
