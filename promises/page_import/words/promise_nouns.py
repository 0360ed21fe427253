"""What editors call the promises themselves: löfte, åtagande, utfästelse, handslag, garanti."""

STEMS = r"(?:\w*löft|åtagand|utfästels|\w*handslag|\w*garanti)"
"""The beginning of any of their forms."""
NOUN = rf"{STEMS}\w*"
SINGULAR = (
    r"(?:\w*löfte|åtagande|utfästelse|handslag|\w*garanti)(?:t|n|et)?|\w*löftet|hedersord(?:et)?"
)
PLURAL = r"(?:\w*löften|åtaganden|utfästelser|handslag|\w*garantier)(?:na|a)?|handslagen"
EITHER = rf"(?:{PLURAL}|{SINGULAR})"
