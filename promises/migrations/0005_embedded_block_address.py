from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('promises', '0004_promise_address_words'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='promiseperiod',
            name='period_address_is_free',
        ),
        migrations.AddConstraint(
            model_name='promiseperiod',
            constraint=models.CheckConstraint(condition=models.Q(('slug__in', ['dialoger', 'inbaddning', 'kontakt', 'perioder', 'sa-gick-det', 'sok', 'utgavor', 'visitkort']), _negated=True), name='period_address_is_free', violation_error_message='Adressen används redan på platsens sidor.'),
        ),
    ]
