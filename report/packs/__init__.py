"""The workshop of locale packs: a pack begun from the Unicode CLDR, its specimen, and what is to be mended in it."""
