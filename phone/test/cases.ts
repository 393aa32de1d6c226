/** The cases that Python runs too, as they stand in contract/cases. */

const files = import.meta.glob("../../contract/cases/*.json", { eager: true, import: "default" });

export function cases<Case>(name: string): readonly Case[] {
  return files[`../../contract/cases/${name}.json`] as readonly Case[];
}
