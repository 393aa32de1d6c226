/** A drawing or a photo from a document becomes the source of an <img>: there no script runs and nothing is fetched. Pure. */

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

const PHOTO = /^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+=*$/;

/** null when it is no photo, or would be fetched from somewhere. */
export const asPhoto = (address: string | null | undefined): string | null =>
  address && PHOTO.test(address) ? address : null;
