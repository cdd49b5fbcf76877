/** Null for what a browser must not be sent to, such as `javascript:`. */
export function linkTarget(url: unknown): string | null {
  if (typeof url !== "string" || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" || protocol === "mailto:" ? href : null;
}

/** Of every link: it opens beside the playground, and its target learns nothing of it. */
export const OUTWARD = { target: "_blank", rel: "noreferrer noopener" } as const;
