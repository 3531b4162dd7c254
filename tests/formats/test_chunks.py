"""Any cutting into pieces gives the same document as parsing it whole."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.formats.tools import documents, markdown, structure, well_formed


@settings(max_examples=400, deadline=None)
@given(documents(), st.integers(1, 60))
@example("[^1]:\n\n[^[^1]\nx", 2)
@example("&\n:)\n\nx\n\n:", 2)
@example("[^a]: Deep\n\n    [^b]: in a note\n\n", 12)
@example("[foo]: /b\n\nx\n\n[foo]\n", 1)
def test_cutting_changes_nothing(text: str, piece: int) -> None:
    whole = markdown(text)
    cut = markdown(text, piece)
    assert structure(cut) == structure(whole)
    assert cut.text == whole.text
    assert cut.metadata.title == whole.metadata.title
    well_formed(whole)
