"""Where two files begin to differ, and those that differ by their ids alone."""

from __future__ import annotations

from report.verifying.differing import differ_by_ids_alone, first_difference


def test_files_that_differ_by_their_ids_alone_are_told_from_others() -> None:
    def body(digit: bytes, words: bytes = b"words") -> bytes:
        ids = digit * 8 + (b"-" + digit * 4) * 3 + b"-" + digit * 12
        packet = b"<xmpMM:InstanceID>urn:uuid:" + ids + b"<\n<report:seal>sha256:" + digit * 64 + b"<\n"
        return b"%PDF-1.7\n" + packet + words + b"\n/ID [<" + b"f" * 64 + b"><" + digit * 32 + b">]\n"

    assert differ_by_ids_alone(body(b"1"), body(b"2"))
    assert not differ_by_ids_alone(body(b"1"), body(b"2", b"sword"))
    assert not differ_by_ids_alone(body(b"1"), body(b"2") + b"\n")


def test_the_first_byte_that_differs_is_named_with_its_object() -> None:
    one = b"%PDF-1.7\n1 0 obj\n<</A 1>>\nendobj\n12 0 obj\n<</B 1>>\nendobj\n"
    assert first_difference(one, one.replace(b"/B", b"/C")) == "the bytes differ from byte 46 on, in object 12"
    assert first_difference(one, one + b"more") == f"the bytes differ from byte {len(one) + 1} on, where the file ends"
    assert first_difference(one, b"%PDF-1.4") == "the bytes differ from byte 8 on, before its first object"
    assert first_difference(one, one[:-1]) == f"the bytes differ from byte {len(one)} on, in object 12"


def test_a_difference_far_into_a_file_and_in_a_web_page_is_found() -> None:
    one = b"\n".join([b"line"] * 10_000)
    other = one[:-2] + b"XX"
    assert len(one) == 49_999
    assert first_difference(one, other) == "the bytes differ from byte 49 998 on, in line 10000"
