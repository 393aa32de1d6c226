import { describe, expect, it } from "vitest";
import { cases } from "../../test/cases.ts";
import { balance, type Signed } from "./balance.ts";
import { validDelegation, type Delegation } from "./delegation.ts";
import type { Occurrence } from "./occurrences.ts";

type Wire = Readonly<Record<string, string>>;
type BalanceCase = {
  readonly name: string;
  readonly occurrence: Wire & { readonly id: string; readonly paused: string | null };
  readonly signatures: readonly (Omit<Signed, "performedAt" | "beside"> & {
    readonly performed_at: string;
    readonly beside?: boolean;
  })[];
  readonly now: string;
  readonly expect: Readonly<Record<string, unknown>>;
};
type DelegationCase = {
  readonly name: string;
  readonly delegations: readonly Delegation[];
  readonly task: string;
  readonly unit: string;
  readonly at: string;
  readonly expect: number | null;
};

const instantOf = (wire: Wire, name: string): number => Date.parse(wire[name] ?? "");

describe("contract/cases/balance.json", () => {
  it.each(cases<BalanceCase>("balance"))("$name", ({ occurrence, signatures, now, expect: wanted }) => {
    const one: Occurrence = {
      id: occurrence.id,
      slot: occurrence["slot"] ?? "",
      version: 1,
      opens: instantOf(occurrence, "opens"),
      dueAt: instantOf(occurrence, "due_at"),
      dueBy: instantOf(occurrence, "due_by"),
      closes: instantOf(occurrence, "closes"),
      paused: occurrence.paused,
    };
    const signed = signatures.map((signature) => ({
      ...signature,
      performedAt: Date.parse(signature.performed_at),
      beside: signature.beside ?? false,
    }));
    const [line] = balance([one], signed, Date.parse(now));
    expect(line).toEqual({ occurrence: one, ...wanted });
  });
});

describe("contract/cases/delegation.json", () => {
  it.each(cases<DelegationCase>("delegation"))("$name", ({ delegations, task, unit, at, expect: index }) => {
    const holds = validDelegation(delegations, task, unit, Date.parse(at));
    expect(holds).toBe(index === null ? undefined : delegations[index]);
  });
});
