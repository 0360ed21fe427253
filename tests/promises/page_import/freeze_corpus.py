"""Writes what the reader makes of a corpus page beside it, to be read and corrected by hand.

uv run python -m tests.promises.page_import.freeze_corpus 25_new_page.txt
"""

import json
import sys
from pathlib import Path

from promises.page_import import read_page

CORPUS = Path(__file__).with_name("corpus")


def freeze(name: str) -> None:
    read = read_page((CORPUS / name).read_bytes()).as_json()
    text = json.dumps(read, ensure_ascii=False, indent=1)
    (CORPUS / name).with_suffix(".json").write_text(text + "\n")


if __name__ == "__main__":
    for page in sys.argv[1:]:
        freeze(page)
