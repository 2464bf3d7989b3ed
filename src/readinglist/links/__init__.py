"""Are the links alive? Collected, asked politely, judged by a table, remembered."""
