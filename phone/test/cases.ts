/** The cases that Python runs too, read as they stand in contract/cases. Only for tests. */
import { readFileSync } from "node:fs";

export function cases<Case>(name: string): readonly Case[] {
  return JSON.parse(readFileSync(`contract/cases/${name}.json`, "utf8")) as readonly Case[];
}
