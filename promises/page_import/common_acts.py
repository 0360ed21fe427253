"""Stage 4, a list of acts under several promises: is it the last one's, or for them all?"""

from promises.page_import.blocks import Block
from promises.page_import.state import State
from promises.page_import.texts import key
from promises.page_import.words.headings import OF_ALL


def is_common(state: State, block: Block) -> bool:
    """Several lists of promises, one per party, and then one list of acts: it is for them all."""
    if key(block.text) in state.recurring or state.period is None:
        return False
    if OF_ALL.search(block.text) and block.gap and not block.depth and len(state.period.areas) > 1:
        state.leave_area()
        return True
    if not state.list_promises:
        return False
    above = state.area.promises if state.area else state.period.promises
    return len(above) > 1 and not any(promise.actions for promise in above)
