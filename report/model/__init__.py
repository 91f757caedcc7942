"""What things are: briefs, editions, apparatus, output. Imports nothing else of ours but findings."""
