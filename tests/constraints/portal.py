"""What the tables of ``portal`` refuse: the name of a constraint, and a row that breaks it."""

import datetime as dt

from django.db import models
from django.utils import timezone

from portal.models import Organisation, OutgoingMail, SearchEntry
from tests.constraints.rows import copied, twice, update
from tests.factories.portal import (
    ContactFactory,
    FaultReportFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    SignatoryContactFactory,
    SiteStatementFactory,
    UserFactory,
)


def letter(**values):
    fields = {"to": "a@example.se", "subject": "Ämne", "body": "Text", "message_key": "k"}
    return OutgoingMail.objects.create(**fields | values)


def search_entry(**values):
    fields = {
        "partnership": PartnershipFactory(),
        "kind": "promise",
        "title": "Trafik",
        "url": "/",
        "visible_from": timezone.now(),
    }
    return SearchEntry.objects.create(**fields | values)


BREAKS = {
    "email_is_lower_case": lambda: update(UserFactory(), email="Stor@example.se"),
    "organisation_kind_is_known": lambda: update(OrganisationFactory(), kind="kyrka"),
    "only_a_municipality_has_a_scb_code": lambda: OrganisationFactory(police=True, scb_code="2313"),
    "scb_code_belongs_to_one_municipality": lambda: (
        OrganisationFactory(scb_code="2313"),
        OrganisationFactory(scb_code="2313"),
    ),
    "organisation_is_not_its_own_parent": lambda: Organisation.objects.filter(
        pk=OrganisationFactory().pk
    ).update(parent=models.F("pk")),
    "picture_has_a_description": lambda: update(PartnershipFactory(), picture="platser/a.jpg"),
    "partnership_address_is_free": lambda: PartnershipFactory(slug="kontakt"),
    "organisation_is_a_party_once": lambda: twice(PartnershipFactory().members.all()[0]),
    "membership_role_is_known": lambda: update(MembershipFactory(), role="chef"),
    "user_has_one_role_per_organisation": lambda: twice(MembershipFactory()),
    "contact_can_be_reached": lambda: ContactFactory(phone="", email=""),
    "contact_ends_after_it_starts": lambda: ContactFactory(
        valid_from=dt.date(2024, 2, 1), valid_to=dt.date(2024, 1, 1)
    ),
    "invitation_role_is_known": lambda: InvitationFactory(role="chef"),
    "invitation_email_is_lower_case": lambda: InvitationFactory(email="Bo@example.se"),
    "invitation_ends_after_it_is_sent": lambda: InvitationFactory(
        expires_at=timezone.now() - dt.timedelta(days=1)
    ),
    "invitation_accepted_at_and_by_go_together": lambda: InvitationFactory(
        accepted_at=timezone.now()
    ),
    "invitation_revoked_at_and_by_go_together": lambda: InvitationFactory(
        revoked_at=timezone.now()
    ),
    "invitation_is_not_both_accepted_and_revoked": lambda: InvitationFactory(
        accepted_at=timezone.now(),
        accepted_by=(user := UserFactory()),
        revoked_at=timezone.now(),
        revoked_by=user,
    ),
    "address_has_one_live_invitation_per_organisation": lambda: copied(
        InvitationFactory(), token_hash="1" * 64
    ),
    "mail_state_is_known": lambda: letter(state="borta"),
    "sent_mail_has_a_moment_and_no_text": lambda: letter(state="sent", sent_at=timezone.now()),
    "signatory_is_registered_once": lambda: twice(SignatoryContactFactory()),
    "signatory_has_name_and_title": lambda: SignatoryContactFactory(title=""),
    "search_kind_is_known": lambda: search_entry(kind="nyhet"),
    "search_entry_is_hidden_after_it_is_shown": lambda: search_entry(
        visible_until=timezone.now() - dt.timedelta(days=1)
    ),
    "search_theme_is_known": lambda: search_entry(theme="vädret"),
    "search_verdict_is_known": lambda: search_entry(verdict="bra"),
    "there_is_one_statement": lambda: SiteStatementFactory(id=2),
    "statement_compliance_is_known": lambda: SiteStatementFactory(
        compliance="nästan", assessed_on=dt.date(2026, 1, 1), method="Själva."
    ),
    "statement_of_compliance_has_day_and_method": lambda: SiteStatementFactory(compliance="fully"),
    "statement_lists_what_is_not_accessible": lambda: SiteStatementFactory(
        assessed=True, not_accessible=""
    ),
    "statement_of_full_compliance_has_no_exceptions": lambda: SiteStatementFactory(
        assessed=True, compliance="fully"
    ),
    "statement_answers_within_thirty_days": lambda: SiteStatementFactory(answer_days=31),
    "statement_names_service_and_complaint": lambda: SiteStatementFactory(service=""),
    "fault_report_says_something": lambda: FaultReportFactory(description=""),
    "fault_report_answered_at_by_and_answer_go_together": lambda: FaultReportFactory(
        answered_at=timezone.now()
    ),
    "only_an_answer_is_mailed": lambda: FaultReportFactory(is_mailed=True),
}
