/** How a shared page looks: on a screen by day and by night, and on paper. It loads nothing. */
export const SHARED_STYLE = `
:root { color-scheme: light dark; --ink: #1b2021; --soft: #52605f; --line: #d5dbda; --paper: #fff; --warn: #8a4b00; --warned: #fff6e8; --link: #0b5563;
  font: 16px/1.55 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaea; --soft: #a3b0af; --line: #37403f; --paper: #14181a; --warn: #ffc27a; --warned: #2b2115; --link: #7fd0df; } }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.head { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; padding-bottom: .75rem; border-bottom: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
.head b { color: var(--ink); } .head .tlp { margin-inline-start: auto; }
.tlp { font: 600 .8rem/1 ui-monospace, Menlo, monospace; background: #000; padding: .35rem .5rem; border-radius: 3px; white-space: nowrap; }
.clear { color: #fff; } .green { color: #33ff00; } .amber { color: #ffc000; } .red { color: #ff2b2b; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 1.5rem 0 .75rem; overflow-wrap: anywhere; text-wrap: balance; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
p { margin: .4rem 0; overflow-wrap: anywhere; } .warned { font-weight: 600; color: var(--warn); } .soft { color: var(--soft); font-size: .9rem; }
.notice { border-inline-start: 3px solid var(--warn); background: var(--warned); padding: .6rem .9rem; margin: 1.25rem 0 0; } .notice b { color: var(--warn); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: 1rem 0; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
blockquote { font-family: 'Source Serif 4', Georgia, serif; font-size: 1.08em; white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; padding: .1rem 0 .1rem .9rem; border-inline-start: 3px solid var(--line); }
blockquote.ours { font-family: inherit; font-size: inherit; border-inline-start: 1px dotted var(--soft); }
.quotes { list-style: none; margin: 0; padding: 0; } .quotes li + li { margin-top: 1.1rem; }
.claims { padding-inline-start: 1.75rem; } .claims li { margin: .5rem 0; overflow-wrap: anywhere; } .claims .warned { font-size: .9rem; margin: .1rem 0; }
.notes { padding-inline-start: 1.5rem; } .notes, .record { font-size: .875rem; color: var(--soft); } .notes li { overflow-wrap: anywhere; margin: .3rem 0; }
a { color: var(--link); } a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; } sup a { text-decoration: none; padding: 0 .15rem; }
.file { display: inline-block; border: 1px solid var(--link); border-radius: 4px; padding: .45rem .8rem; text-decoration: none; font-weight: 600; margin: .25rem .5rem .25rem 0; }
code { font: .85em/1.4 ui-monospace, Menlo, monospace; overflow-wrap: anywhere; }
.paper { display: none; }
@media print {
  :root { --ink: #000; --soft: #333; --line: #999; --paper: #fff; --warn: #000; --warned: #fff; --link: #000; font-size: 10.5pt; }
  body { max-width: none; padding: 0; } .tlp { border: 1px solid #000; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { text-decoration: none; } .file { display: none; } .paper { display: block; } h1, h2, h3, .said, p:has(+ blockquote) { break-after: avoid; } .quotes li, .claims li, blockquote { break-inside: avoid; orphans: 3; widows: 3; }
}
`;
