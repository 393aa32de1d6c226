"""What to do: the routine as a versioned document, whom to reach when, who has read it and where it hangs.

Not here: how it looks on paper (paper) and what is wrong right now (disruption).

A routine is a file in content/routines. For whoever draws it:
1. `rules.reading.read(text, name)` → `Routine`, or `RoutineFaults` with file, line and reason of each fault.
2. `calendar.days_around(routine.calendar, now)` → `Days`: when all is closed, by the holidays library and by decision.
3. `rules.advice.advise(routine, reader, situation, answers, now=…, days=…)` → what to do and whom to reach now, and
   what to ask next. Show the steps, ask the question, add the answer to `answers` and call again; when `question` is
   None there is nothing more to ask. What is already known to hold is in the steps, so nobody waits for an answer.
   `answers` is also the record of what was observed: {question: option}, both ids of the routine.
4. `plain.pocket(routine, now=…)` → what a phone carries, closed days of two years included. There
   `phone/src/rules/advice.ts` gives the same answers.
5. `rules.diff.differences(old, new)` → what has changed, in words.
Texts are `Words`: `.said("sv")`, `.said("en")`. Order in the file is order on screen and on paper."""
