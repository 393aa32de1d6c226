"""What was worked through, and how it felt: optional, older phones do not say."""

import django.core.serializers.json
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('signing', '0003_index_what_is_asked_for'),
    ]

    operations = [
        migrations.AddField(
            model_name='signature',
            name='effort',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='signature',
            name='pain',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='signature',
            name='worked',
            field=models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True),
        ),
    ]
