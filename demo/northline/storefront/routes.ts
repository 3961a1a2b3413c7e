import { type Route, redirect } from '../http/routes';
import { showAccount } from './account';
import { addToCart, checkOut, removeFromCart, showCart } from './cart';
import { changeMisbehaviour, showControlPanel } from './control-panel';
import { showHome, showShelf } from './home';
import { askToConfirmEmail, confirmEmail, showLabel } from './letters';
import { showMembership } from './membership';
import { showNothing } from './nothing';
import { showProduct } from './product';
import { visitorCookie } from './session';
import { styles } from './styles';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="20" height="20" rx="5" fill="#1a3432"/><path fill="#fff" d="M2 15l5-9 3.5 5.5L12.500 8 18 15z"/></svg>';

/** What a visitor of the shop sees. */
export const storefrontRoutes: Route[] = [
  { method: 'GET', path: /^\/$/, answer: showHome },
  { method: 'GET', path: /^\/shop\/(?<category>[a-z]{1,20})$/, answer: showShelf },
  { method: 'GET', path: /^\/products\/(?<sku>[A-Z0-9-]{1,40})$/, answer: showProduct },
  { method: 'GET', path: /^\/membership$/, answer: showMembership },
  { method: 'GET', path: /^\/account$/, answer: showAccount },
  { method: 'GET', path: /^\/cart$/, answer: showCart },
  { method: 'POST', path: /^\/cart$/, answer: addToCart },
  { method: 'POST', path: /^\/cart\/remove$/, answer: removeFromCart },
  { method: 'POST', path: /^\/orders$/, answer: checkOut },
  { method: 'GET', path: /^\/labels\/(?<rma>RMA-[0-9A-F]{10})$/, answer: showLabel },
  { method: 'GET', path: /^\/confirm-email$/, answer: askToConfirmEmail },
  { method: 'POST', path: /^\/confirm-email$/, answer: confirmEmail },
  { method: 'GET', path: /^\/control-panel$/, answer: showControlPanel },
  { method: 'POST', path: /^\/control-panel$/, answer: changeMisbehaviour },
  {
    method: 'GET',
    path: /^\/sign-in$/,
    answer: async ({ shop, url, response }) => {
      const { rows } = await shop.pool.query<{ id: string }>(
        'SELECT id FROM customers WHERE lower(email) = lower($1)',
        [url.searchParams.get('email') ?? ''],
      );
      response.setHeader('set-cookie', visitorCookie(rows[0]?.id ?? null));
      redirect(response, url.searchParams.get('to') ?? '/');
    },
  },
  {
    method: 'GET',
    path: /^\/styles\.css$/,
    answer: async ({ response }) => {
      response.writeHead(200, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      response.end(styles);
    },
  },
  {
    method: 'GET',
    path: /^\/(icon\.svg|favicon\.ico)$/,
    answer: async ({ response }) => {
      response.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' });
      response.end(icon);
    },
  },
  // Last: whatever no route before it knows.
  { method: 'GET', path: /^\/(?!(?:mcp|control|demo|health)(?:\/|$))/, answer: showNothing },
];
