"""What the words of status and verdict mean, for the page on how we count. Every value has its sentence."""

from portal.enums import Verdict
from promises.enums import ActionStatus, Reason, Reporting

STATUSES = {
    ActionStatus.PLANNED: "Insatsen är lovad, men ingen har berättat vad som hänt med den.",
    ActionStatus.ONGOING: "Arbetet har börjat och är inte klart.",
    ActionStatus.DONE: "Det som lovades är gjort.",
    ActionStatus.PARTLY: "En del av det som lovades är gjort. Då måste det stå varför.",
    ActionStatus.NOT_DONE: "Inget av det blev gjort. Då måste det stå varför.",
}
VERDICTS = {
    Verdict.MET: "Talet nådde målet.",
    Verdict.PARTLY: "Det gick åt rätt håll, men inte hela vägen.",
    Verdict.NOT_MET: "Målet nåddes inte.",
    Verdict.CANNOT_BE_JUDGED: "Något saknas, ofta utgångsläget. Då säger vi det i stället för att gissa.",
    Verdict.NOT_DUE: "Dagen då målet ska vara nått har inte kommit.",
}
REPORTINGS = {
    Reporting.NOT_DUE: "Dagen har inte kommit, eller så har ingen dag satts.",
    Reporting.WAITING: "Perioden är slut, men det fanns ingen dag satt för svaret.",
    Reporting.OVERDUE: "Dagen har passerat utan att svaret har kommit.",
    Reporting.REPORTED: "Slutrapporten är ute.",
}
REASONS = tuple(str(reason.label) for reason in Reason)
"""Those that can be chosen for what was not done, in the order of the form."""
