"""Walls around what is never changed."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [keep_forever("people_accesslog")]
