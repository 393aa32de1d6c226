"""Index what is asked for with every batch: what is signed for an occurrence, and what corrects a signature."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('signing', '0002_keep'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='signature',
            name='signature_occurrence',
        ),
        migrations.AddIndex(
            model_name='signature',
            index=models.Index(fields=['occurrence'], name='signature_occurrence'),
        ),
        migrations.AddIndex(
            model_name='signature',
            index=models.Index(condition=models.Q(('corrects__isnull', False)), fields=['corrects'], name='signature_corrects'),
        ),
    ]
