"""Loading: files to a Manuscript. Nothing is trusted yet, and nothing outside the project is opened."""
