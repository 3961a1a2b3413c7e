/** The text of a document as it is read from top to bottom, a list of lines for each page. */
export type DocumentPages = string[][];

/** What stands in a file, or a sentence for people that says why that cannot be told. */
export type DocumentRead = { readable: true; pages: DocumentPages } | { readable: false; why: string };

/** Beyond these nothing is read: a form or an identity document is a page or two. */
export const mostPages = 20;
export const mostLines = 2_000;
export const longestLine = 400;
