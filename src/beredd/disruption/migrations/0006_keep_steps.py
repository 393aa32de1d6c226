"""Walls around what has been ticked."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0005_steps_and_guides")]
    operations = [keep_forever("disruption_stepdone")]
