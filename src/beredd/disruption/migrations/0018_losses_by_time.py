"""Which homes have lost contact lately is asked on the page of the day."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disruption', '0017_keep_leads'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='homeloss',
            index=models.Index(fields=['lost_at'], name='home_loss_latest'),
        ),
    ]
