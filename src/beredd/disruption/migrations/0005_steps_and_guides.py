"""What the guide was told goes with a report; steps of the checklist that have been done."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disruption", "0004_keep_reports"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="guide",
            field=models.JSONField(null=True),
        ),
        migrations.CreateModel(
            name="StepDone",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("routine", models.CharField(max_length=60)),
                ("version", models.PositiveIntegerField()),
                ("step", models.CharField(max_length=80)),
                ("role", models.CharField(max_length=40)),
                ("unit", models.UUIDField()),
                ("done", models.BooleanField()),
                ("done_at", models.DateTimeField()),
                ("done_by", models.CharField(max_length=120)),
                ("by", models.UUIDField()),
                ("entered_at", models.DateTimeField()),
                ("channel", models.CharField(max_length=10)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="disruption.incident"
                    ),
                ),
            ],
            options={
                "ordering": ["done_at", "entered_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ["office", "phone", "paper"])), name="step_channel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("done_at__lte", models.F("entered_at"))), name="step_done_before_entered"
                    ),
                ],
            },
        ),
    ]
