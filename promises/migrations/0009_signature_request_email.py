from django.db import migrations, models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat


def fill_in(apps, schema_editor):
    """Where the letter went, or else the signatory's address as it is now."""
    request = apps.get_model("promises", "SignatureRequest")
    letter = apps.get_model("portal", "OutgoingMail")
    signatory = apps.get_model("portal", "SignatoryContact")
    key = Concat(Value("sign-off-link:"), Cast(OuterRef("pk"), models.TextField()))
    sent_to = letter.objects.filter(message_key=key).values("to")[:1]
    now = signatory.objects.filter(pk=OuterRef("signatory_id")).values("email")[:1]
    request.objects.update(email=Coalesce(Subquery(sent_to), Subquery(now)))


class Migration(migrations.Migration):

    dependencies = [
        ("portal", "0007_site_statement_and_fault_report"),
        ("promises", "0008_event_who_of_any_length"),
    ]

    operations = [
        migrations.AddField(
            model_name="signaturerequest",
            name="email",
            field=models.EmailField(default="", max_length=254, verbose_name="skickad till"),
            preserve_default=False,
        ),
        migrations.RunPython(fill_in, migrations.RunPython.noop, elidable=True),
    ]
