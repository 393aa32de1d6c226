"""Walls around what is never changed: what was told, who answered, what became of each notice, who stood in."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]
    operations = [
        keep_forever("notices_telling"),
        keep_forever("notices_answer"),
        keep_forever("notices_attempt"),
        keep_forever("notices_handover"),
    ]
