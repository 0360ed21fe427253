"""What search shall find in a published dialogue. Pure: document in, plain values out."""

from typing import Any

from django.urls import reverse

from dialogues.documents import DialogueDocument
from portal.enums import SearchKind
from portal.prose import plain_text
from portal.search_facets import facets
from portal.swedish import sentence_case


def search_entries(document: DialogueDocument) -> list[dict[str, Any]]:
    """Field values of one entry for the dialogue, and one for each thing that was said in it."""
    url = reverse("dialogues:dialogue_detail", args=[document.partnership_slug, document.slug])
    holders = [holder.name for holder in document.holders]
    common = {"keywords": "\n".join([document.partnership_name, *holders])}
    texts = [document.places, plain_text(document.summary), plain_text(document.minutes)]
    entries: list[dict[str, Any]] = [
        {
            **common,
            "facets": facets(kind=SearchKind.DIALOGUE, parties=holders),
            "kind": SearchKind.DIALOGUE,
            "key": document.key,
            "title": document.title,
            "body": "\n".join(filter(None, texts)),
            "url": url,
        }
    ]
    for finding in document.findings:
        entries.append(
            {
                **common,
                "facets": facets(
                    kind=SearchKind.FINDING,
                    theme=finding.theme,
                    status=finding.outcome,
                    parties=holders,
                ),
                "kind": SearchKind.FINDING,
                "key": finding.key,
                "title": finding.statement[:300],
                "statement": finding.statement,
                "body": "\n".join(filter(None, [finding.place, finding.answer])),
                "theme": finding.theme,
                "standing": f"{sentence_case(str(finding.outcome.label))}.",
                "url": f"{url}#{finding.anchor}",
            }
        )
    return entries
