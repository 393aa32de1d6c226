/** Plans a day for nobody while the PIN is typed: what runs a second time is compiled, and Intl has its tables. */
import * as v from "valibot";
import { Patient } from "../contract/docs.ts";
import { clockTime, longDay, moment } from "../i18n/format.ts";
import { today } from "../screens/today/state.ts";
import { planDay } from "./plan.ts";

const ID = "00000000-0000-4000-8000-000000000000";
const DAY = 24 * 3600_000;
/** Enough for the engine to find that it is worth compiling. */
const TIMES = 20;

const NOBODY = {
  id: ID,
  name: "",
  unit: ID,
  prescriptions: [
    {
      id: ID,
      versions: [
        {
          number: 1,
          effective_at: "2026-01-01T00:00:00Z",
          starts_on: "2026-01-01",
          schedule: { form: "clock", weekdays: [1, 2, 3, 4, 5, 6, 7], times: ["08:00", "20:00"] },
          intervention: "",
        },
      ],
    },
  ],
};

export function warmUp(now: number): void {
  const patients = Array.from({ length: TIMES }, () => v.parse(Patient, NOBODY));
  today(planDay({ me: null, patients, entries: [], now }), { name: "", unit: null });
  void [clockTime(now), longDay(now), moment(now - DAY, now)];
}
