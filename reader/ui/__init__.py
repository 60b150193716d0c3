"""Windows, panels and dialogs. Asks the state, and shows what it says."""
