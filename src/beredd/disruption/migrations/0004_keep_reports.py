"""Walls around what people have said."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0003_report")]
    operations = [keep_forever("disruption_report"), keep_forever("disruption_rightanswer")]
