"""What an own exercise has said, and what came from elsewhere, is never changed."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("care", "0004_own_exercises_and_documents")]

    operations = [
        keep_forever("care_exercisestate"),
        keep_forever("care_programmedocument"),
        keep_forever("care_documentpage"),
    ]
