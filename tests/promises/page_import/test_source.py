"""Stage 1: what is refused, and how."""

import pytest

from promises.page_import.source import SIZE_LIMIT, UnusableInput, decode, read_file

SWEDISH = "Vi lovar att öka tryggheten på Åvägen – året om."
OLD = SWEDISH.replace("–", "-")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \r\n\t\n ",
        "\ufeff \u200b\u00ad".encode(),
        b"a\x00b" * 100,
        bytes(range(1, 32)) * 50,
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04 a docx",
        b"\x89PNG\r\n\x1a\n",
        SWEDISH.encode("utf-16-le"),
        OLD.encode("cp850"),
        OLD.encode("mac-roman"),
        SWEDISH.encode() + b"\xff",
        b"\xff\xfe\x00",
        b"x" * (SIZE_LIMIT + 1),
    ],
    ids=[
        "empty", "blank", "invisible", "nul", "control", "pdf", "zip", "png", "utf-16-unmarked",
        "dos", "macintosh", "broken-utf-8", "broken-utf-16", "too-large",
    ],
)  # fmt: skip
def test_unusable_input_gets_one_line(data):
    with pytest.raises(UnusableInput) as refused:
        decode(data)

    assert len(str(refused.value).splitlines()) == 1
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_known_encodings_give_the_same_text(encoding):
    assert decode(SWEDISH.encode(encoding)) == SWEDISH


def test_large_file_is_refused_by_its_size_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024)

    with pytest.raises(UnusableInput, match=r"20\.0 MB is too large; the limit is 5 MB"):
        read_file(path)


def test_missing_file_and_directory_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "none.txt", tmp_path / "a\x00b"):
        with pytest.raises(UnusableInput):
            read_file(path)
