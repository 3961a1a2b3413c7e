import { type Colour, catalogue } from '../data/catalogue';
import { shippingCents } from '../data/plan-order';
import { memberPriceCents } from '../data/plans';
import { HttpFault, readForm } from '../http/read-body';
import { redirect, type Visit } from '../http/routes';
import { type CartLine, cartCookie, readCart } from './cart-cookie';
import { drawProduct } from './draw-product';
import { showMoney } from './format';
import { html, type Markup } from './html';
import { showPage } from './layout';
import { placeOrder } from './place-order';
import { readVisitor, type Visitor } from './session';

export async function showCart(visit: Visit): Promise<void> {
  const lines = readCart(visit.request.headers.cookie);
  await showPage(visit, (visitor) => ({
    title: 'Cart',
    body: lines.length
      ? filled(lines, visitor)
      : html`<h1>Your cart is empty</h1><p><a href="/">Have a look around</a></p>`,
  }));
}

function filled(lines: CartLine[], visitor: Visitor | null): Markup {
  const priced = lines.flatMap((line) => {
    const product = catalogue.find((known) => known.sku === line.sku);
    return product ? [{ ...line, product, cents: memberPriceCents(product.priceCents, visitor?.tier ?? null) }] : [];
  });
  const goods = priced.reduce((sum, line) => sum + line.cents, 0);
  const shipping = shippingCents(goods);
  return html`<h1>Cart</h1><ul class="cart">${priced.map(
    (line, position) =>
      html`<li>${drawProduct(line.product, line.colour as Colour)}<div><h2><a href="/products/${line.sku}">${line.product.name}</a></h2><p class="meta">${line.size}, ${line.colour}</p></div><span>${showMoney(line.cents)}</span><form method="post" action="/cart/remove"><input type="hidden" name="position" value="${position}"><button class="link" aria-label="Remove ${line.product.name}">Remove</button></form></li>`,
  )}</ul>
<dl class="sum"><div><dt>Delivery</dt><dd>${shipping ? showMoney(shipping) : 'Free'}</dd></div><div><dt>Total</dt><dd>${showMoney(goods + shipping)}</dd></div></dl>
${visitor ? html`<form method="post" action="/orders"><button class="button">Place the order</button></form>` : html`<p>Choose somebody under “Demo: sign in as” to place the order.</p>`}`;
}

export async function addToCart(visit: Visit): Promise<void> {
  const form = await readForm(visit.request);
  const product = catalogue.find((known) => known.sku === form.get('sku'));
  const size = product?.sizes.find((known) => known === form.get('size'));
  const colour = product?.colours.find((known) => known === form.get('colour'));
  if (!product || !size || !colour) throw new HttpFault(400, 'There is no such product, size or colour');
  const lines = [...readCart(visit.request.headers.cookie), { sku: product.sku, size, colour }];
  visit.response.setHeader('set-cookie', cartCookie(lines));
  redirect(visit.response, '/cart');
}

export async function removeFromCart(visit: Visit): Promise<void> {
  const position = Number((await readForm(visit.request)).get('position'));
  const lines = readCart(visit.request.headers.cookie).filter((_, index) => index !== position);
  visit.response.setHeader('set-cookie', cartCookie(lines));
  redirect(visit.response, '/cart');
}

export async function checkOut(visit: Visit): Promise<void> {
  await readForm(visit.request);
  const visitor = await readVisitor(visit);
  const lines = readCart(visit.request.headers.cookie);
  if (!visitor || lines.length === 0) {
    redirect(visit.response, '/cart');
    return;
  }
  const number = await placeOrder(visit.shop.pool, visitor, lines);
  visit.response.setHeader('set-cookie', cartCookie([]));
  redirect(visit.response, `/account?placed=${number}`);
}
