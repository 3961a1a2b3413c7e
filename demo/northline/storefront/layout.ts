import { caseDefinitions } from '../data/cases';
import { categories } from '../data/catalogue';
import { sendHtml, type Visit } from '../http/routes';
import { countCart } from './cart-cookie';
import { html, type Markup } from './html';
import { readVisitor, signVisitor, type Visitor } from './session';
import { stylesVersion } from './styles';

export interface Page {
  title: string;
  status?: number;
  body: Markup;
}

/** Finds out who visits, makes the page for them, and sends it inside the shop's frame, with the chat. */
export async function showPage(visit: Visit, make: (visitor: Visitor | null) => Page | Promise<Page>): Promise<void> {
  const visitor = await readVisitor(visit);
  const page = await make(visitor);
  const { BATON_URL, WIDGET_KEY, WIDGET_SECRET } = visit.shop.env;
  const token = visitor ? await signVisitor(visitor, WIDGET_SECRET) : null;
  const here = visit.url.pathname;
  const inCart = countCart(visit.request.headers.cookie);
  sendHtml(
    visit.response,
    page.status ?? 200,
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${page.title} · Northline</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/styles.css?v=${stylesVersion}">
<script async src="${BATON_URL}/widget.js" data-key="${WIDGET_KEY}"${token ? html` data-token="${token}"` : null}></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="banner" role="region" aria-label="Announcement"><div class="wrap"><p>Free standard delivery over $60. Members ship express for $6.00.</p>${signInMenu(visitor, here)}</div></div>
<header class="wrap masthead">
<a class="logo" href="/"><svg viewBox="0 0 20 16" width="20" height="16" aria-hidden="true"><path fill="currentColor" d="M1 15L7 3l4 7 2-4 6 9z"/></svg>Northline</a>
<nav aria-label="Shop"><ul>${categories.map((category) => navLink(`/shop/${category.toLowerCase()}`, category, here))}${navLink('/membership', 'Membership', here)}</ul></nav>
<nav aria-label="You" class="yours"><ul>${navLink('/account', 'My orders', here)}${navLink('/cart', inCart ? `Cart (${inCart})` : 'Cart', here)}</ul></nav>
</header>
<main id="content" class="wrap" tabindex="-1">${page.body}</main>
<footer><div class="wrap">
<p>Northline is an invented shop. Nothing here is for sale.</p>
<ul><li><a href="/membership">Membership</a></li><li><a href="/shop/repair">Repair</a></li><li><a href="/account">My orders</a></li><li><a href="/control-panel">Back office</a></li></ul>
</div></footer>
</body>
</html>`.text,
  );
}

function navLink(to: string, text: string, here: string): Markup {
  return html`<li><a href="${to}"${here === to ? html` aria-current="page"` : null}>${text}</a></li>`;
}

/** The demo's door: anybody may be anybody. */
function signInMenu(visitor: Visitor | null, here: string): Markup {
  const entries = Object.values(caseDefinitions).map(
    ({ first, scene }) =>
      html`<li><a href="/sign-in?email=${encodeURIComponent(first.email)}&amp;to=${encodeURIComponent(here)}"${visitor?.email === first.email ? html` aria-current="true"` : null}><span>${first.name}</span> <small>${scene}</small></a></li>`,
  );
  return html`<details class="sign-in"><summary>Demo: ${visitor ? `signed in as ${visitor.name}` : 'sign in as'}</summary>
<ul><li><a href="/sign-in?to=${encodeURIComponent(here)}"${visitor ? null : html` aria-current="true"`}><span>Nobody</span> <small>Anonymous visitor</small></a></li>${entries}</ul></details>`;
}
