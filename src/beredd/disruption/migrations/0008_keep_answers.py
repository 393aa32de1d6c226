"""A wall around what the helpdesk has answered."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0007_authorisation")]
    operations = [keep_forever("disruption_authorisationanswer")]
