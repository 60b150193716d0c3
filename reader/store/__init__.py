"""What the program remembers, in one SQLite file. Knows neither documents nor windows."""
