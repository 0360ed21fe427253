"""Demo content: two places with promises, editions and accounts. The words are in ``content/``."""
