"""The ledger begins: its one head row, and walls around its events."""

from uuid import uuid4

from django.db import migrations

from beredd.database.immutable import keep_forever


def begin(apps, schema_editor):
    apps.get_model("ledger", "Head").objects.create(id=1, epoch=uuid4())


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop),
        keep_forever("ledger_event"),
    ]
