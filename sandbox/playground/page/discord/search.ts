/** Without accents and capitals: `échéances` is found by `ech`. */
export const foldedText = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
