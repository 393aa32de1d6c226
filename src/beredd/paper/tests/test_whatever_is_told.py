"""Whatever is printed, done at a desk and told by phones, in whatever order: each sheet is in one state, and the sums
balance."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from beredd.care.factories import patient, prescription
from beredd.ids import new_id
from beredd.ledger import actions as ledger
from beredd.ledger.told import Told
from beredd.paper import actions, packs, queries
from beredd.paper.actions import AnothersSheet, UnknownSheet
from beredd.paper.events import SHEET, SheetBody
from beredd.paper.models import Sheet, SheetDoubt, SheetStep
from beredd.paper.rules.accounting import NoSuchStep, SheetState, is_history
from beredd.paper.rules.span import Span
from beredd.people.factories import MONDAY, town
from beredd.people.rules.access import Refused

pytestmark = pytest.mark.django_db
WEEK = Span(date(2026, 11, 23), date(2026, 11, 25))
LONG_AGO = MONDAY - timedelta(days=1)
IDENTITIES = ["192803099802", "194105059945"]
states = st.sampled_from(SheetState)


class Paper(RuleBasedStateMachine):
    """Two patients of the north, Bo and Alva who handle their paper, a phone that tells late."""

    sheets = Bundle("sheets")

    @initialize()
    def begin(self) -> None:
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.place = town()
        self.patients = [patient(self.place, f"p{n}", identity=id) for n, id in enumerate(IDENTITIES)]
        for one in self.patients:
            prescription(self.place, one)
        self.now = MONDAY
        self.told = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def later(self) -> datetime:
        self.now += timedelta(minutes=10)
        return self.now

    @rule(target=sheets, whose=st.integers(0, 1))
    def printed(self, whose: int) -> Any:
        by, at = self.place.access(self.place.alva), self.later()
        plan = packs.patient_plan(patient=self.patients[whose], span=WEEK, by=by, at=at)
        pack = actions.print_pack(plan=plan, changed_only=False, channel="office", by=by, at=at)
        return multiple(*(one.id for one in pack.sheets))

    @rule(id=sheets, state=states, whose=st.none() | st.integers(0, 1))
    def said_at_a_desk(self, id: str, state: SheetState, whose: int | None) -> None:
        home = None if whose is None else self.patients[whose]
        before = SheetStep.objects.count()
        try:
            actions.follow_sheet(id=id, state=state, home=home, by=self.place.access(self.place.bo), at=self.later())
        except (NoSuchStep, AnothersSheet):
            assert SheetStep.objects.count() == before
        else:
            assert SheetStep.objects.count() == before + 1

    @rule(put=sheets, take=sheets, whose=st.integers(0, 1))
    def exchanged(self, put: str, take: str, whose: int) -> None:
        before = SheetStep.objects.count()
        by, home = self.place.access(self.place.bo), self.patients[whose]
        try:
            actions.exchange_sheets(patient=home, put=put, take=take, by=by, at=self.later())
        except Refused:
            assert SheetStep.objects.count() == before
        else:
            assert SheetStep.objects.count() == before + 2

    @rule(id=sheets, state=states, whose=st.none() | st.integers(0, 1), ago=st.integers(0, 60))
    def told_by_a_phone(self, id: str, state: SheetState, whose: int | None, ago: int) -> None:
        at = self.later()
        home = None if whose is None else self.patients[whose]
        body = SheetBody(id, state.value, at - timedelta(minutes=ago), home)
        steps, doubts = SheetStep.objects.count(), SheetDoubt.objects.count()
        one: Told[SheetBody] = Told(new_id(at), SHEET, "{}", body, self.place.bo, self.place.rehab, self.told, at, at)
        self.told += 1
        held = actions.take_sheets([one], head=ledger.lock(), at=at)
        registered, put_up = SheetStep.objects.count() - steps, SheetDoubt.objects.count() - doubts
        assert registered + put_up >= 1 and put_up == bool(held) and registered in (0, 1)

    @rule(id=sheets)
    def cilla_can_say_nothing(self, id: str) -> None:
        with pytest.raises(UnknownSheet):
            actions.follow_sheet(
                id=id, state=SheetState.MISSING, by=self.place.access(self.place.cilla), at=self.later()
            )

    @invariant()
    def each_sheet_is_in_one_state_and_the_sums_balance(self) -> None:
        bo = self.place.access(self.place.bo)
        found = queries.sheet_counts(bo, self.place.north, since=LONG_AGO)
        assert sum(found.values()) == Sheet.objects.count()
        listed = {
            state: queries.counted_sheets(bo, self.place.north, since=LONG_AGO, states=[state]) for state in SheetState
        }
        assert {state: len(ids) for state, ids in listed.items()} == found
        printed = Counter(Sheet.objects.values_list("id", flat=True))
        assert Counter(id for ids in listed.values() for id in ids) == printed

    @invariant()
    def no_sheet_has_a_history_that_cannot_be(self) -> None:
        bo = self.place.access(self.place.bo)
        for id in Sheet.objects.values_list("id", flat=True):
            assert is_history(step.state for step in queries.steps(bo, id))

    @invariant()
    def what_lies_in_a_home_is_that_patients(self) -> None:
        for whose, rows in queries.folder_sheets(self.patients).items():
            assert all(row.patient == whose and row.home in (None, whose) for row in rows)


def test_whatever_is_said_of_sheets_they_are_all_accounted_for() -> None:
    run_state_machine_as_test(
        Paper,
        settings=settings(
            max_examples=8,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
