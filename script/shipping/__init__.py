"""Makes of the program what people install: bundles, packages, and what describes the program to each desktop."""
