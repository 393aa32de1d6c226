"""Walls around what has been reminded of."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0019_reminders")]
    operations = [keep_forever("disruption_reminder")]
