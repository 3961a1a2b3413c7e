type Tone = 'good' | 'bad' | 'attention' | 'plain';
type Aside = { says: string; tone: Tone; sign?: keyof typeof signs };

/** A figure with its name, what is said below the name, and how it moved. */
export type LetterRow = { name: string; figure: string; note?: Aside; beside?: Aside };

const signs = { up: '▲', down: '▼', met: '✓', missed: '!' } as const;
const spoken = { up: 'up by', down: 'down by', met: 'met:', missed: 'missed:' } as const;

export type LetterWords = {
  /** Whose mail it is, on top. */
  brand: string;
  title: string;
  /** Small, below the title. */
  lead?: string;
  paragraphs: string[];
  /** The one thing to do. */
  button?: { says: string; url: string };
  rows?: LetterRow[];
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

function asText(words: LetterWords): string {
  const { title, lead = '', paragraphs, button, rows = [], choices = [], foot = [], footLink } = words;
  const parts = [
    title,
    lead,
    ...paragraphs,
    rows.map(rowAsText).join('\n'),
    choices.map(({ name, url }) => `${name}: ${url}`).join('\n'),
    button ? `${button.says}: ${button.url}` : '',
    [...foot, ...(footLink ? [`${footLink.says}: ${footLink.url}`] : [])].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const aloud = ({ sign, says }: Aside): string => (sign ? `${spoken[sign]} ${says}` : says);

function rowAsText({ name, figure, note, beside }: LetterRow): string {
  const more = [beside, note].flatMap((one) => (one ? aloud(one) : []));
  return `${name}: ${figure}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
}

const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function asHtml(words: LetterWords): string {
  const {
    brand,
    title,
    lead = '',
    paragraphs,
    button,
    rows = [],
    choices = [],
    foot = [],
    footLink,
    language = 'en',
  } = words;
  const line = (text: string) => `<p style="margin:0 0 12px">${plain(text)}</p>`;
  const table = rows.map(rowAsHtml).join('');
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
  return `<!doctype html><html lang="${plain(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${plain(title)}</title><style>${styles}</style></head><body style="margin:0;padding:24px"><div style="max-width:560px;margin:0 auto;${font};font-size:15px;line-height:23px">
<p style="margin:0 0 24px;font-size:13px;opacity:.7">${plain(brand)}</p>
<h1 style="margin:0 0 12px;font-size:20px;line-height:28px;font-weight:600">${plain(title)}</h1>
${lead === '' ? '' : `<p style="margin:-4px 0 16px;font-size:13px;line-height:20px;opacity:.7">${plain(lead)}</p>`}
${paragraphs.map(line).join('\n')}
${table === '' ? '' : `<table width="100%" cellspacing="0" style="border-collapse:collapse;margin:20px 0;border-bottom:1px solid #8884">${table}</table>`}
${chosen === '' ? '' : `<p style="margin:8px 0 20px">${chosen}</p>`}
${button ? `<p style="margin:16px 0 24px"><a href="${plain(button.url)}" class="act" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0f766e;color:#fff;text-decoration:none;font-weight:600">${plain(button.says)}</a></p>` : ''}
${small === '' ? '' : `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #8884;font-size:12px;line-height:18px;opacity:.7">${small}</p>`}
</div></body></html>`;
}

// Both are read on white; what a dark mail program shows is lighter.
const tones: Record<Tone, string> = {
  good: 'color:#15703a',
  bad: 'color:#b42318',
  attention: 'color:#8a5300',
  plain: 'opacity:.7',
};
const styles =
  '@media (prefers-color-scheme:dark){.good{color:#4cc383!important}.bad{color:#ff8a7a!important}.attention{color:#e8b04a!important}.act{background:#2dd4bf!important;color:#042f2e!important}}';

/** The name with what is said of it, and at the right the figure above how it moved: two columns fit every screen. */
function rowAsHtml({ name, figure, note, beside }: LetterRow): string {
  const cell = 'padding:10px 0;border-top:1px solid #8884;vertical-align:top;font-weight:400';
  return `<tr><th scope="row" align="left" style="${cell}">${plain(name)}${note ? asideAsHtml(note) : ''}</th><td align="right" style="${cell};padding-left:16px;white-space:nowrap"><span style="font-size:18px;font-weight:600;font-variant-numeric:tabular-nums">${plain(figure)}</span>${beside ? asideAsHtml(beside) : ''}</td></tr>`;
}

function asideAsHtml(aside: Aside): string {
  const sign = aside.sign
    ? `<span role="img" aria-label="${spoken[aside.sign]}" style="font-size:11px">${signs[aside.sign]}</span> `
    : '';
  return `<div class="${aside.tone}" style="font-size:13px;line-height:20px;${tones[aside.tone]}">${sign}${plain(aside.says)}</div>`;
}

const plain = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
