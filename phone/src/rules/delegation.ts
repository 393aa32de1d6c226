/** Does a delegation hold? Twin: `valid_delegation` in people/rules/delegation.py; cases: contract/cases/delegation.json. */
import { localDay } from "./zone.ts";

export type Delegation = {
  readonly task: string;
  readonly unit: string | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly withdrawn_at?: string | null;
};

/** The one that holds for the task in the unit at that instant, latest to end first. */
export function validDelegation<D extends Delegation>(
  delegations: readonly D[],
  task: string,
  unit: string,
  at: number,
): D | undefined {
  const day = localDay(at);
  return delegations
    .filter((one) => one.task === task && (one.unit === null || one.unit === unit))
    .filter((one) => one.starts_on <= day && day <= one.ends_on)
    .filter(({ withdrawn_at }) => withdrawn_at == null || at < Date.parse(withdrawn_at))
    .reduce<D | undefined>((last, one) => (last && last.ends_on >= one.ends_on ? last : one), undefined);
}
