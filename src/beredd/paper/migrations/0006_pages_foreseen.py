"""How many pages a print job's plan had room for, beside how many they were."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('paper', '0005_print_jobs'),
    ]

    operations = [
        migrations.AddField(
            model_name='printjob',
            name='foreseen',
            field=models.PositiveIntegerField(null=True),
        ),
    ]
