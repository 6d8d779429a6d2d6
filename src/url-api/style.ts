/** How the pages look, by day and by night, on a desk and in a hand. */
import { html } from './html.ts';

export const STYLE = html`
:root {
  color-scheme: light dark;
  font: 1rem/1.5 system-ui, sans-serif;
  --ground: light-dark(#f3f5f8, #14171c);
  --card: light-dark(#fff, #1d2129);
  --text: light-dark(#1b2330, #e6e9ee);
  --soft: light-dark(#5a6577, #a2acbb);
  --line: light-dark(#808b9b, #6d788a);
  --accent: light-dark(#1f5fbf, #2f6fd0);
  --bad: light-dark(#b3261e, #ff8a80);
  --good: light-dark(#1b7a3d, #7fd69a);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; padding: 1rem; display: grid; place-items: center;
  background: var(--ground); color: var(--text);
}
main {
  width: 100%; max-width: 26rem; padding: 2rem; border-radius: .9rem;
  background: var(--card); border: 1px solid light-dark(#e2e6ed, #2a303a);
}
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; font-weight: 600; overflow-wrap: anywhere; text-wrap: balance; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.site { margin-bottom: .25rem; color: var(--soft); font-size: .875rem; letter-spacing: .02em; }
form { display: grid; gap: 1rem; margin-top: 1.25rem; }
label { display: grid; gap: .35rem; font-size: .9rem; font-weight: 500; }
input, button, .button { font: inherit; font-size: 1rem; padding: .6rem .75rem; border-radius: .5rem; }
input { background: transparent; color: inherit; border: 1px solid var(--line); width: 100%; }
button, .button {
  background: var(--accent); color: #fff; border: 0; cursor: pointer; font-weight: 600;
  text-align: center; text-decoration: none; display: block;
}
button:hover, .button:hover { filter: brightness(1.1); }
:focus-visible { outline: 3px solid light-dark(#1f5fbf66, #6ea3f599); outline-offset: 1px; }
[role=alert], [role=status] { padding: .6rem .8rem; border-radius: .5rem; border-left: .25rem solid; }
[role=alert] { color: var(--bad); background: light-dark(#fdecea, #3a2022); }
[role=status] { color: var(--good); background: light-dark(#e8f5ec, #1b2f23); }
small { color: var(--soft); }
main > :last-child { margin-bottom: 0; }`;
