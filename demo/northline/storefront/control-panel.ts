import { readRecentActions } from '../data/read-ledger';
import { HttpFault, readForm } from '../http/read-body';
import { redirect, type Visit } from '../http/routes';
import { type Misbehaviour, misbehaviourSchema } from '../misbehaviour';
import { allTools } from '../tools/all-tools';
import { showMoney } from './format';
import { html, type Markup } from './html';
import { showPage } from './layout';

const presets = [
  { text: 'Back office slow (3 s)', rule: { tool: '*', mode: 'slow', delayMs: 3_000 } },
  { text: 'Mail service down', rule: { tool: 'accounts.send_password_reset', mode: 'fail' } },
  { text: 'Drop a fifth of all answers', rule: { tool: '*', mode: 'drop', rate: 0.2 } },
  { text: 'Next refund: done, but no answer', rule: { tool: 'refunds.create', mode: 'drop', times: 1 } },
] as const;

export async function showControlPanel(visit: Visit): Promise<void> {
  const recent = await readRecentActions(visit.shop.pool);
  const rules = visit.shop.misbehaviours.list();
  await showPage(visit, () => ({
    title: 'Back office',
    body: html`<h1>Back office</h1><p class="lead">Make this shop misbehave, and watch what the desk does about it. What is set here ends when the shop restarts.</p>
<section aria-labelledby="switches"><h2 id="switches">Misbehave</h2>
<div class="presets">${presets.map(({ text, rule }) => html`<form method="post" action="/control-panel">${Object.entries(rule).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="button quiet">${text}</button></form>`)}</div>
${ruleForm()}
${rules.length ? html`<ul class="rules">${rules.map(ruleRow)}</ul><form method="post" action="/control-panel"><input type="hidden" name="clear" value="1"><button class="button">Behave again</button></form>` : html`<p class="meta">The shop behaves.</p>`}</section>
<section aria-labelledby="recent"><h2 id="recent">What was done through the tools</h2>
${
  recent.length
    ? html`<div class="scroll" tabindex="0" role="region" aria-label="Table of actions"><table><thead><tr><th scope="col">When</th><th scope="col">Action</th><th scope="col">Customer</th><th scope="col" class="number">Amount</th></tr></thead><tbody>${recent.map((row) => html`<tr><td><time datetime="${row.at.toISOString()}">${row.at.toISOString().slice(0, 19).replace('T', ' ')}</time></td><td>${row.tool}</td><td>${row.name} (${row.customer})</td><td class="number">${row.amount_cents === null ? '' : showMoney(row.amount_cents)}</td></tr>`)}</tbody></table></div>`
    : html`<p class="meta">Nothing yet.</p>`
}</section>`,
  }));
}

function ruleForm(): Markup {
  return html`<form method="post" action="/control-panel" class="rule">
<label>Tool <select name="tool"><option value="*">all tools</option>${allTools.map((tool) => html`<option>${tool.name}</option>`)}</select></label>
<label>Does <select name="mode"><option value="slow">wait</option><option value="fail">fail before the effect</option><option value="drop">commit, then cut the line</option></select></label>
<label>Wait, ms <input name="delayMs" inputmode="numeric" value="3000"></label>
<label>Rate, 0 to 1 <input name="rate" inputmode="decimal" value="1"></label>
<label>Times <input name="times" inputmode="numeric" placeholder="always"></label>
<label>Customer <input name="customer" placeholder="everybody"></label>
<button class="button">Set</button></form>`;
}

function ruleRow(rule: Misbehaviour): Markup {
  const does = {
    slow: `waits ${rule.delayMs} ms`,
    fail: 'fails before the effect',
    drop: 'commits, then cuts the line',
    ok: 'behaves',
  };
  return html`<li>${rule.tool === '*' ? 'Every tool' : rule.tool} ${does[rule.mode]}${rule.rate < 1 ? `, ${Math.round(rule.rate * 100)}% of the time` : ''}${rule.times ? `, ${rule.times} more times` : ''}${rule.customer ? `, for ${rule.customer}` : ''}</li>`;
}

export async function changeMisbehaviour(visit: Visit): Promise<void> {
  const form = await readForm(visit.request);
  if (form.has('clear')) {
    visit.shop.misbehaviours.clear();
  } else {
    const number = (name: string) => (form.get(name) ? Number(form.get(name)) : undefined);
    const parsed = misbehaviourSchema.safeParse({
      tool: form.get('tool'),
      mode: form.get('mode'),
      delayMs: number('delayMs'),
      rate: number('rate'),
      times: number('times'),
      customer: form.get('customer') || undefined,
    });
    if (!parsed.success) {
      throw new HttpFault(
        400,
        parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
      );
    }
    visit.shop.misbehaviours.set(parsed.data);
  }
  redirect(visit.response, '/control-panel');
}
