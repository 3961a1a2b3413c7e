import { planNames, plans } from '../data/plans';
import type { Visit } from '../http/routes';
import { html } from './html';
import { showPage } from './layout';

export async function showMembership(visit: Visit): Promise<void> {
  await showPage(visit, (visitor) => ({
    title: 'Membership',
    body: html`<h1>Membership</h1><p class="lead">Three ways to belong. Pause for up to six months when life is indoors; cancel whenever you like.</p>
<ul class="plans">${planNames.map((name) => {
      const plan = plans[name];
      const own = visitor?.tier === name;
      return html`<li class="plan plan-${name.toLowerCase()}"><h2>${name}${own ? html` <span class="badge">Your plan</span>` : null}</h2><p class="price">${plan.priceCents === 0 ? 'Free' : html`$${plan.priceCents / 100} <small>a year</small>`}</p><p>${plan.line}</p><ul>${plan.benefits.map((benefit) => html`<li>${benefit}</li>`)}</ul></li>`;
    })}</ul>
<p>To change, pause or cancel, write to us in the chat.</p>`,
  }));
}
