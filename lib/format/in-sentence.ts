/** A name as it stands within a sentence: “First reply” is “first reply”, “CSAT” stays. */
export const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
