"""Turns files into documents. Each format keeps what ``reader.model.Document`` promises; none knows Qt."""
