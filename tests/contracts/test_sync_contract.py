"""What is written down of the protocol is what the server parses."""

from scripts.sync_contract import FILE, text


def test_the_written_description_is_the_servers_own() -> None:
    assert FILE.read_text() == text(), "run: python scripts/sync_contract.py"
