/** The documents on this phone, opened and checked. A list stays the same object while nothing in it has changed. */
import * as v from "valibot";
import { Me, Patient, Unit } from "../contract/docs.ts";
import { openDocs, readDocs, type HeldDoc } from "../sync/docs.ts";
import type { DocRow, Vault } from "../vault/vault.ts";

export type Library = {
  readonly me: readonly Me[];
  readonly units: readonly Unit[];
  readonly patients: readonly Patient[];
  /** Documents of a form this version cannot read: kept, counted, not shown. */
  readonly unreadable: number;
};

type Rows = readonly DocRow[] | undefined;
type Shelf<T> = { readonly read: (rows: Rows) => Promise<readonly T[]>; readonly unreadable: () => number };

function shelf<S extends v.GenericSchema>(vault: Vault, kind: string, schema: S): Shelf<v.InferOutput<S>> {
  let held: readonly HeldDoc[] = [];
  let list: readonly v.InferOutput<S>[] = [];
  const opened = new WeakMap<HeldDoc, v.SafeParseResult<S>>();
  const open = (doc: HeldDoc): v.SafeParseResult<S> => {
    const result = opened.get(doc) ?? v.safeParse(schema, doc.body);
    opened.set(doc, result);
    return result;
  };
  return {
    read: async (rows) => {
      const now = await (rows ? openDocs(vault, kind, rows, held) : readDocs(vault, kind, held));
      if (now === held) return list;
      held = now;
      list = now.flatMap((doc) => {
        const result = open(doc);
        return result.success ? [result.output] : [];
      });
      return list;
    },
    unreadable: () => held.length - list.length,
  };
}

/** Returns the function that reads what is on the phone now, or opens the rows that were read already. */
export function openLibrary(vault: Vault): (rows?: readonly DocRow[]) => Promise<Library> {
  const [me, units, patients] = [
    shelf(vault, "me", Me),
    shelf(vault, "unit", Unit),
    shelf(vault, "patient", Patient),
  ];
  return async (rows) => {
    const lists = await Promise.all([me.read(rows), units.read(rows), patients.read(rows)]);
    const unreadable = me.unreadable() + units.unreadable() + patients.unreadable();
    return { me: lists[0], units: lists[1], patients: lists[2], unreadable };
  };
}
