"""Walls around the calendar of planned work."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0014_maintenance")]
    operations = [keep_forever("disruption_maintenance"), keep_forever("disruption_maintenancewithdrawn")]
