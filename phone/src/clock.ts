/** The only place that reads the time. Milliseconds since 1970, UTC. */

export const deviceNow = (): number => Date.now();

export const iso = (at: number): string => new Date(at).toISOString();
