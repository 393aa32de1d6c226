"""Tickets from phones: without a disruption, too. The walls are raised again where the table was made anew."""

import django.db.models.deletion
from django.db import migrations, models

from beredd.database.immutable import keep_again


class Migration(migrations.Migration):

    dependencies = [
        ('disruption', '0020_keep_reminders'),
    ]

    operations = [
        migrations.AddField(
            model_name='ticket',
            name='unit',
            field=models.UUIDField(null=True),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='incident',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='disruption.incident'),
        ),
        keep_again("disruption_ticket"),
    ]
