"""Walls around what is never changed: the timeline of an incident, and the decisions about paper."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0001_initial")]
    operations = [
        keep_forever("disruption_incident"),
        keep_forever("disruption_incidentunit"),
        keep_forever("disruption_incidentmove"),
        keep_forever("disruption_incidentword"),
        keep_forever("disruption_paperbegun"),
        keep_forever("disruption_paperended"),
    ]
