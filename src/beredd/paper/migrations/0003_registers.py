"""Home folders, where each sheet lies, and what was told that does not fit."""

from django.db import migrations, models

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):

    dependencies = [
        ('paper', '0002_keep'),
    ]

    operations = [
        migrations.AddField(
            model_name='sheetstep',
            name='box',
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name='sheetstep',
            name='home',
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.CreateModel(
            name='HomeFolder',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('patient', models.UUIDField()),
                ('place', models.CharField(blank=True, max_length=120)),
                ('tab', models.CharField(blank=True, max_length=60)),
                ('wanted', models.BooleanField()),
                ('said_by', models.UUIDField()),
                ('said_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['patient', 'said_at'], name='home_folder_newest')],
            },
        ),
        migrations.CreateModel(
            name='SheetDoubt',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('sheet', models.CharField(max_length=40)),
                ('state', models.CharField(max_length=12)),
                ('patient', models.UUIDField(null=True)),
                ('unit', models.UUIDField(db_index=True, null=True)),
                ('codes', models.JSONField()),
                ('followed', models.BooleanField()),
                ('told_by', models.UUIDField()),
                ('told_at', models.DateTimeField()),
                ('settled_by', models.UUIDField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at', None), ('settled_by', None)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='sheet_doubt_settled_who_and_when')],
            },
        ),
        keep_forever("paper_homefolder"),
    ]
