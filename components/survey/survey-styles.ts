/** The tokens of the workspace as far as a page of one question needs them, within it: one request, nothing loaded. */
export const surveyStyles = `
:root{color-scheme:light dark;--canvas:light-dark(oklch(.975 .0035 256),oklch(.163 .008 262));--surface:light-dark(oklch(1 0 0),oklch(.193 .009 262));--hover:light-dark(oklch(.952 .006 256),oklch(.262 .012 262));--line:light-dark(oklch(.922 .005 256),oklch(.266 .0105 262));--line-control:light-dark(oklch(.64 .014 257),oklch(.535 .016 260));--ink-1:light-dark(oklch(.235 .018 262),oklch(.947 .004 256));--ink-2:light-dark(oklch(.425 .016 258),oklch(.778 .01 258));--ink-3:light-dark(oklch(.516 .014 257),oklch(.672 .012 258));--accent:light-dark(oklch(.515 .086 192),oklch(.765 .115 186));--accent-hover:light-dark(oklch(.46 .077 193),oklch(.815 .115 185));--accent-ink:light-dark(oklch(1 0 0),oklch(.21 .032 195));--accent-text:light-dark(oklch(.468 .078 194),oklch(.808 .108 186));--accent-tint:light-dark(oklch(.956 .021 192),oklch(.262 .034 198));--solved:light-dark(oklch(.44 .1 152),oklch(.8 .13 152));--focus:light-dark(oklch(.56 .094 192),oklch(.78 .12 186))}
@media(prefers-contrast:more){:root{--ink-3:var(--ink-2);--line:var(--line-control)}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--canvas);color:var(--ink-1);font:420 15px/24px "Inter Variable",Inter,system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1,p,fieldset{margin:0;padding:0;border:0}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:6px}
main{flex:1;display:grid;place-items:center;padding:32px 16px}
.card{width:100%;max-width:560px;background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:32px}
.brand{font-weight:620;color:var(--ink-2);font-size:13px;line-height:20px}
h1{margin-top:12px;font-size:22px;line-height:30px;font-weight:620;letter-spacing:-.015em;text-wrap:balance}
.about{margin-top:4px;color:var(--ink-2);text-wrap:pretty}
.marks{display:flex;gap:8px;margin-top:24px}
.marks.many{display:grid;grid-template-columns:repeat(11,1fr);gap:4px}
.mark{flex:1;min-width:0;min-height:56px;padding:8px 4px;border:1px solid var(--line-control);border-radius:8px;background:var(--surface);color:var(--ink-1);font:inherit;cursor:pointer;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:4px}
.mark svg{width:28px;height:28px;color:var(--ink-2)}
.mark b{font-weight:620;font-variant-numeric:tabular-nums;font-size:16px;line-height:20px}
.mark:hover{background:var(--hover)}
.mark.chosen{border-color:var(--accent);background:var(--accent-tint);box-shadow:inset 0 0 0 1px var(--accent)}
.mark.chosen svg{color:var(--accent-text)}
.many .mark{min-height:44px;padding:4px 0}
.ends{display:flex;justify-content:space-between;gap:16px;margin-top:8px;color:var(--ink-3);font-size:13px;line-height:20px}
.hint{display:none;margin-top:16px;color:var(--ink-3);font-size:13px;line-height:20px}
.keys .hint{display:block}
.said{display:flex;gap:8px;align-items:flex-start;margin-top:20px;padding-top:20px;border-top:1px solid var(--line);font-weight:520}
.said svg{flex:none;width:20px;height:20px;margin-top:2px;color:var(--solved)}
.until{color:var(--ink-3);font-size:13px;line-height:20px;font-weight:420}
label{display:block;margin-top:20px;font-weight:520}
label em{font-style:normal;font-weight:420;color:var(--ink-3)}
textarea{display:block;width:100%;min-height:96px;margin-top:6px;padding:10px 12px;border:1px solid var(--line-control);border-radius:6px;background:var(--surface);color:var(--ink-1);font:inherit;resize:vertical}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;margin-top:12px;padding:0 20px;border:1px solid transparent;border-radius:6px;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:520;cursor:pointer}
.button:hover{background:var(--accent-hover)}
.foot{padding:0 16px 24px;text-align:center;color:var(--ink-3);font-size:13px;line-height:20px}
.foot a{color:inherit}
@media(max-width:480px){.card{padding:24px 16px}.marks{gap:6px}.marks.many{grid-template-columns:repeat(6,1fr)}.mark svg{width:24px;height:24px}}
@media(hover:none){.keys .hint{display:none}}
`;

/** The number on the keyboard is the answer; the page works without. */
export const surveyScript = `(()=>{const marks=[...document.querySelectorAll('button[name=score]')];if(!marks.length)return;document.documentElement.classList.add('keys');let one=null,timer;const press=v=>{const b=marks.find(m=>m.value===v);if(b)b.click()};addEventListener('keydown',e=>{if(e.ctrlKey||e.metaKey||e.altKey||e.target.matches('textarea,input'))return;const k=/^(?:Digit|Numpad)([0-9])$/.exec(e.code);if(!k)return;e.preventDefault();const d=k[1];if(marks.length===11){if(one==='1'&&d==='0'){clearTimeout(timer);one=null;return press('10')}if(d==='1'){one='1';clearTimeout(timer);timer=setTimeout(()=>{one=null;press('1')},700);return}}press(d)})})()`;
