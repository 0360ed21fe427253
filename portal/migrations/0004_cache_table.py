"""The table of Django's database cache, so that ``migrate`` is all that a new release needs."""

from django.db import migrations

CREATE = """
CREATE TABLE portal_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX portal_cache_expires ON portal_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("portal", "0003_invitation")]

    operations = [migrations.RunSQL(CREATE, "DROP TABLE portal_cache")]
