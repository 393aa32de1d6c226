"""A wall around what phones have told of homes, and what has been declined."""

from django.db import migrations

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):
    dependencies = [("disruption", "0012_coverage")]
    operations = [
        keep_forever("disruption_homestay"),
        keep_forever("disruption_homeloss"),
        keep_forever("disruption_coveragedeclined"),
    ]
