"""Addresses about people."""

from django.urls import path

from beredd.office.people import access_log, accounts, delegations, devices, views

urlpatterns = [
    path("", views.staff, name="people"),
    path("user/<uuid:user>", views.user, name="user"),
    path("membership/<uuid:membership>/end", views.end_membership, name="end-membership"),
    path("add", accounts.add, name="add-person"),
    path("user/<uuid:user>/password", accounts.new_password, name="new-password"),
    path("initials", views.initials, name="initials"),
    path("roles", views.roles, name="roles"),
    path("delegations", delegations.listed, name="delegations"),
    path("delegations/give", delegations.give, name="give-delegation"),
    path("delegations/<uuid:delegation>/withdraw", delegations.withdraw, name="withdraw-delegation"),
    path("devices", devices.listed, name="devices"),
    path("devices/<uuid:device>/revoke", devices.revoke, name="revoke-device"),
    path("access-log", access_log.listed, name="access-log"),
]
