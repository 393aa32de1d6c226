"""Exercises of a unit's own with photos, and programmes that are documents from elsewhere."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('care', '0003_programmes_for_somebody'),
        ('people', '0002_keep'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DocumentPage',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('image', models.BinaryField()),
                ('width', models.PositiveSmallIntegerField()),
                ('height', models.PositiveSmallIntegerField()),
                ('text', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='ExercisePhoto',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('image', models.BinaryField()),
                ('digest', models.CharField(max_length=64)),
                ('width', models.PositiveSmallIntegerField()),
                ('height', models.PositiveSmallIntegerField()),
                ('person', models.BooleanField()),
                ('consent_by', models.CharField(blank=True, max_length=120)),
                ('consent_on', models.DateField(null=True)),
                ('consent_back', models.CharField(blank=True, max_length=200)),
                ('added_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ExerciseState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField()),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeDocument',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('source', models.CharField(max_length=80)),
                ('dated', models.DateField()),
                ('original', models.BinaryField()),
                ('digest', models.CharField(max_length=64)),
                ('uploaded_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='exercise',
            name='retired_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='exercise',
            name='retired_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exercise',
            name='unit',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit'),
        ),
        migrations.AddConstraint(
            model_name='exercise',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('retired_at', None), ('retired_by', None)), models.Q(('retired_at__isnull', False), ('retired_by__isnull', False), ('unit__isnull', False)), _connector='OR'), name='exercise_retired_by_and_when'),
        ),
        migrations.AddField(
            model_name='exercisephoto',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exercisephoto',
            name='exercise',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='care.exercise'),
        ),
        migrations.AddField(
            model_name='exercisephoto',
            name='withdrawn_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exercisestate',
            name='exercise',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='states', to='care.exercise'),
        ),
        migrations.AddField(
            model_name='exercisestate',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='programmedocument',
            name='uploaded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='documentpage',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='care.programmedocument'),
        ),
        migrations.AddField(
            model_name='programmeversion',
            name='document',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='care.programmedocument'),
        ),
        migrations.AddConstraint(
            model_name='exercisephoto',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('consent_by', ''), ('consent_on', None), ('person', False)), models.Q(('consent_on__isnull', False), ('person', True), models.Q(('consent_by', ''), _negated=True)), _connector='OR'), name='photo_person_and_consent'),
        ),
        migrations.AddConstraint(
            model_name='exercisephoto',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', None)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='photo_withdrawn_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='exercisestate',
            constraint=models.UniqueConstraint(fields=('exercise', 'number'), name='exercise_state_once'),
        ),
        migrations.AddConstraint(
            model_name='documentpage',
            constraint=models.UniqueConstraint(fields=('document', 'number'), name='document_page_once'),
        ),
    ]
