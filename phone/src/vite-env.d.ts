/** What the build puts in: the app's version and the Swedish texts. */
declare const __VERSION__: string;

declare module "virtual:catalogue/*" {
  export const texts: Readonly<Record<string, string | readonly [string, string]>>;
}
