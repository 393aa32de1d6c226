"""A version of a programme is what somebody signed: it is never changed."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("care", "0005_keep_own_exercises")]
    operations = [keep_forever("care_programmeversion"), keep_forever("care_programmeitem")]
