"""Walls around who has led."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0016_leads")]
    operations = [keep_forever("disruption_incidentlead")]
