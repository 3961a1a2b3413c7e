/** Of the launcher and the frame, inside their shadow root. Everything floats: the page below never moves. */
export const frameStyles = `
:host{all:initial;color-scheme:light dark}
button,iframe{position:fixed;z-index:2147483000;border:0}
[hidden]{display:none!important}
button{right:24px;bottom:24px;width:56px;height:56px;padding:0;display:grid;place-items:center;border-radius:50%;cursor:pointer;background:oklch(.515 .086 192);color:#fff;box-shadow:0 1px 2px rgb(16 24 40/.16),0 6px 20px rgb(16 24 40/.22);transition:background 80ms}
button:hover{background:oklch(.46 .077 193)}
button:focus-visible{outline:3px solid oklch(.56 .094 192);outline-offset:3px;box-shadow:0 0 0 3px #fff}
i{position:absolute;top:2px;right:2px;width:12px;height:12px;border-radius:50%;background:oklch(.59 .205 25);border:2px solid #fff}
iframe{right:24px;bottom:24px;width:390px;height:720px;max-height:calc(100vh - 48px);max-height:calc(100dvh - 48px);border-radius:12px;background:Canvas;box-shadow:0 0 0 1px rgb(16 24 40/.1),0 4px 12px rgb(16 24 40/.1),0 24px 64px rgb(16 24 40/.2);animation:in 150ms cubic-bezier(.2,0,0,1)}
@keyframes in{from{opacity:0}}
@media(max-width:719px){button{right:16px;bottom:16px}iframe{inset:0;width:100%;height:100%;max-height:none;border-radius:0;box-shadow:none}}
@media(prefers-reduced-motion:reduce){iframe{animation:none}button{transition:none}}
@media(forced-colors:active){button{border:2px solid ButtonText}}
@media print{button,iframe{display:none}}
`;
