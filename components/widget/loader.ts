/** The one script a host page loads: finds out where it came from and what the page says about its visitor. */
const script = document.currentScript as HTMLScriptElement | null;
const origin = script ? new URL(script.src).origin : location.origin;

document.documentElement.dataset.baton = origin;

export {};
