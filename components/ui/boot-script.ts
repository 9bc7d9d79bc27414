/**
 * Runs before the first paint, so neither theme nor rail nor key names flicker. Reads what `theme.ts` and
 * `rail-state.ts` keep in localStorage, and writes attributes on <html> that globals.css answers to.
 */
export const bootScript = `(function(){var d=document.documentElement;try{var t=localStorage.getItem('claimbench.theme');
if(t==='light'||t==='dark')d.dataset.theme=t;if(localStorage.getItem('claimbench.rail')==='closed')d.dataset.rail='closed';}catch(e){}
if(/Mac|iPhone|iPad/.test(navigator.platform))d.dataset.platform='mac';})()`;
