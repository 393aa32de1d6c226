"""Walls around tickets and the case numbers given for them."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0009_tickets")]
    operations = [keep_forever("disruption_ticket"), keep_forever("disruption_casenumber")]
