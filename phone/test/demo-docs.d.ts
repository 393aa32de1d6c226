export function demoDocs(now: number, count?: number): { k: string; id: string; v: number; body: any }[];
