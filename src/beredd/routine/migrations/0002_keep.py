"""Walls around what is never changed."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("routine", "0001_initial")]
    operations = [
        keep_forever("routine_routineversion"),
        keep_forever("routine_routinetext"),
        keep_forever("routine_versionmove"),
        keep_forever("routine_scenarioanswer"),
        keep_forever("routine_confirmation"),
        keep_forever("routine_reminder"),
        keep_forever("routine_postingcheck"),
        keep_forever("routine_guiderun"),
    ]
