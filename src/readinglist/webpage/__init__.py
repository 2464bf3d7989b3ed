"""Any web page into honest claims: who wrote it, what it is called, when it came out, as far as it says so itself."""
