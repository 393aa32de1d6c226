"""A column for each thing that the exercise library is searched and filtered by."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('care', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='exercise',
            name='function',
            field=models.CharField(blank=True, db_index=True, max_length=20),
        ),
        migrations.AddField(
            model_name='exercise',
            name='kva',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='exercise',
            name='needs',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='exercise',
            name='position',
            field=models.CharField(blank=True, db_index=True, max_length=20),
        ),
        migrations.AddField(
            model_name='exercise',
            name='region',
            field=models.CharField(blank=True, db_index=True, max_length=20),
        ),
    ]
