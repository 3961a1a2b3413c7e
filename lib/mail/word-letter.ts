export type LetterWords = {
  /** Whose mail it is, on top. */
  brand: string;
  title: string;
  paragraphs: string[];
  /** The one thing to do. */
  button?: { says: string; url: string };
  /** Rows of a small table: name, figure, what stands beside it. */
  rows?: [name: string, figure: string, beside: string][];
  /** Links in a line, such as the faces of a survey. */
  choices?: { says: string; name: string; url: string }[];
  /** Small, at the end. */
  foot?: string[];
  /** A link in the foot, such as to end such mails. */
  footLink?: { says: string; url: string };
  language?: string;
};

/**
 * A mail as text and as HTML that says the same, readable in light and dark, without pictures, scripts or anything loaded from
 * elsewhere. Everything in it is text: whatever was in it is shown, not interpreted.
 */
export function wordLetter(words: LetterWords): { text: string; html: string } {
  return { text: asText(words), html: asHtml(words) };
}

function asText({ title, paragraphs, button, rows = [], choices = [], foot = [], footLink }: LetterWords): string {
  const parts = [
    title,
    ...paragraphs,
    rows.map(([name, figure, beside]) => `${name}: ${figure}${beside === '' ? '' : ` (${beside})`}`).join('\n'),
    choices.map(({ name, url }) => `${name}: ${url}`).join('\n'),
    button ? `${button.says}: ${button.url}` : '',
    [...foot, ...(footLink ? [`${footLink.says}: ${footLink.url}`] : [])].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function asHtml(words: LetterWords): string {
  const { brand, title, paragraphs, button, rows = [], choices = [], foot = [], footLink, language = 'en' } = words;
  const line = (text: string) => `<p style="margin:0 0 12px">${plain(text)}</p>`;
  const table = rows
    .map(
      ([name, figure, beside]) =>
        `<tr><td style="padding:6px 12px 6px 0;border-top:1px solid #8884">${plain(name)}</td><td align="right" style="padding:6px 0;border-top:1px solid #8884;font-weight:600;white-space:nowrap">${plain(figure)}</td><td align="right" style="padding:6px 0 6px 12px;border-top:1px solid #8884;opacity:.7">${plain(beside)}</td></tr>`,
    )
    .join('');
  const chosen = choices
    .map(
      ({ says, name, url }) =>
        `<a href="${plain(url)}" title="${plain(name)}" style="display:inline-block;min-width:28px;padding:10px 8px;margin:0 4px 8px 0;border:1px solid #8886;border-radius:6px;text-align:center;text-decoration:none;color:inherit">${plain(says)}</a>`,
    )
    .join('');
  const small = [
    ...foot.map(plain),
    ...(footLink ? [`<a href="${plain(footLink.url)}" style="color:inherit">${plain(footLink.says)}</a>`] : []),
  ].join('<br>');
  return `<!doctype html><html lang="${plain(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${plain(title)}</title></head><body style="margin:0;padding:24px"><div style="max-width:560px;margin:0 auto;${font};font-size:15px;line-height:23px">
<p style="margin:0 0 24px;font-size:13px;opacity:.7">${plain(brand)}</p>
<h1 style="margin:0 0 12px;font-size:20px;line-height:28px;font-weight:600">${plain(title)}</h1>
${paragraphs.map(line).join('\n')}
${table === '' ? '' : `<table role="presentation" width="100%" cellspacing="0" style="border-collapse:collapse;margin:8px 0 20px">${table}</table>`}
${chosen === '' ? '' : `<p style="margin:8px 0 20px">${chosen}</p>`}
${button ? `<p style="margin:16px 0 24px"><a href="${plain(button.url)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0f766e;color:#fff;text-decoration:none;font-weight:600">${plain(button.says)}</a></p>` : ''}
${small === '' ? '' : `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #8884;font-size:12px;line-height:18px;opacity:.7">${small}</p>`}
</div></body></html>`;
}

const plain = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
