"""What an editor should look at twice: the reasons, in Swedish, each with the kind of page that taught it."""

import re

# a bank of prose with no list and no verb that promises: the first paragraph under "Löfte 1"
UNPROMISED = "Raden säger inte ”lovar” eller vem som lovar. Är det ett löfte?"
# a general lead that says "vi lovar", on a page with no other promise
FROM_LEAD = "Löftet är hämtat ur ingressen, för sidan har inget annat löfte."
# a table or list without heads: which cell is the promise?
UNHEADED_ROW = "Tabellen saknar rubriker som säger vad kolumnerna är."
# two promises pasted as one paragraph
LONG_STATEMENT = "Texten är lång. Är det flera löften?"
# nobody named anywhere on the page
NO_PARTIES = "Det framgår inte vem som ger löftet."
# promised and done in two lists: paired because they stand as number three in both
PAIRED_BY_ORDER = "Utfallet är parat med löftet efter ordningen i listorna."
# promised and done in two lists with other words for the same thing
PAIRED_BY_WORDS = "Utfallet är parat med löftet efter ord de har gemensamt."
# "Hög synlighet." in a list headed "Det här blev gjort"
NO_VERB = "Raden säger inte att det är gjort, bara rubriken över den."
# "20 kontroller i 4 byar"
SEVERAL_NUMBERS = "Raden har flera tal. Är det rätt antal?"
# not done, and the page gives no reason
NO_REASON = "Skälet anges inte."
# the seed: card fraud shall fall, from an unknown number
NO_BASELINE = "Målet är en förändring, men utgångsvärdet saknas."
# "31 juni"
NO_SUCH_DATE = "Ett datum i rubriken finns inte i kalendern."
# a page that was never given a period
NO_PERIOD = "Sidan säger inte vilken tid löftena gäller."
# "2022–2023" in the lead and "2023–2024" in the heading
OTHER_YEARS = "Här står en annan tid än den som löftena fått."
# "Skadegörelse: arbete pågår"
EMPTY_AREA = "Området har inget löfte."
# a promise or figure that no part of the reader took up
LEFT_OUT = "Raden nämner löften men hör inte till något av dem."

LONG = 320
"""Characters; the longest promise of one sentence that was seen has 290."""
SPEAKS_OF_PROMISES = re.compile(r"\blov(?:ar|ade)\b|\båtar sig\b", re.IGNORECASE)
OPEN_END = re.compile(
    r"\b(?:från|fr\.|fr o m|sedan|tills|vidare|framåt|till dess)\b", re.IGNORECASE
)
