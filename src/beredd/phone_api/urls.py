"""The phone's addresses."""

app_name = "phone_api"
urlpatterns: list[object] = []
