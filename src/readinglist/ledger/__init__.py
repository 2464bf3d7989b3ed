"""What robots learned, one record a line in ledger.jsonl; deleting it loses no human work."""
