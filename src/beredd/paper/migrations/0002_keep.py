"""Sheets, packs and their steps are added, never changed."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("paper", "0001_initial")]
    operations = [
        keep_forever("paper_pack"),
        keep_forever("paper_sheet"),
        keep_forever("paper_sheetstep"),
        keep_forever("paper_paperdecision"),
    ]
