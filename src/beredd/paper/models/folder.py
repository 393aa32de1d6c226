"""What is said of the home folder of a patient: where it lies, which tab is ours, whether paper is wanted. The newest
counts."""

from django.db import models


class HomeFolder(models.Model):
    """`tab` is empty where it is the municipality's own; `wanted` is false when the patient wants no paper at home."""

    id = models.UUIDField(primary_key=True)
    patient = models.UUIDField()
    place = models.CharField(max_length=120, blank=True)
    tab = models.CharField(max_length=60, blank=True)
    wanted = models.BooleanField()
    said_by = models.UUIDField()
    said_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["patient", "said_at"], name="home_folder_newest")]

    def __str__(self) -> str:
        return str(self.patient)
