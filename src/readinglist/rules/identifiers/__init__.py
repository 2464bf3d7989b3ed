"""Rules about identifiers and addresses, as far as they can be judged without asking anybody."""
