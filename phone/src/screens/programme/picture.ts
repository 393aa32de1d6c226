/** A drawing from a document becomes the source of an <img>: there no script runs and nothing is fetched. Pure. */

const FORBIDDEN =
  /<\s*(script|foreignObject|iframe|object|embed|audio|video|a)\b|\son\w+\s*=|javascript:|<!ENTITY/i;

/** null when it is no drawing, or holds what a drawing has no use for. */
export function asImage(svg: string): string | null {
  const text = svg.replace(/^\s*<\?xml[^>]*\?>/, "").trim();
  if (!text.startsWith("<svg") || FORBIDDEN.test(text)) return null;
  const named = /\sxmlns=/.test(text)
    ? text
    : text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(named)}`;
}
