/** The hint's style. Sizes in px, because the page's own root size is not to be trusted; colours as in shared/tokens.css. */
export const HINT_STYLE = `
:host { all: initial !important; position: fixed !important; inset-block-end: 16px !important; inset-inline-end: 16px !important;
  z-index: 2147483647 !important; display: block !important; max-inline-size: min(360px, calc(100vw - 32px)) !important; contain: layout style !important;
  -webkit-user-select: none !important; user-select: none !important; }
@media (max-width: 480px) { :host { inset-block-start: 8px !important; inset-block-end: auto !important; inset-inline: 8px !important; max-inline-size: none !important; } }
@media print { :host { display: none !important; } }
.card { box-sizing: border-box; padding: 14px 16px 10px; border: 1px solid #d9d5cc; border-inline-start: 5px solid #0b5c4d; border-radius: 10px;
  background: #fff; color: #1c1b1a; box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  font: 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
.card::before { content: '\\25C6  Card Rescue'; display: block; margin-block-end: 2px; color: #0b5c4d; font-size: 12px; font-weight: 700; }
.money { background: #fdecec; border-color: #b3261e; border-inline-start-color: #b3261e; } .money::before { content: '\\26A0  Card Rescue'; color: #8c1d18; } .money p { font-weight: 600; }
p { margin: 0 0 8px; min-block-size: 22px; overflow-wrap: anywhere; }
.buttons { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
button { font: inherit; min-block-size: 44px; padding: 6px 12px; border-radius: 8px; border: 1px solid transparent; background: none; color: inherit; cursor: pointer; }
button:focus-visible { outline: 3px solid #1a4fd6; outline-offset: 1px; }
.show { background: #0b5c4d; color: #fff; font-weight: 600; }
.dismiss { border-color: #d9d5cc; }
.mute { color: #55524d; font-size: 13px; padding-inline: 4px; text-decoration: underline; }
@media (prefers-color-scheme: dark) {
  .card { background: #211f1c; color: #f1efea; border-color: #45413a; border-inline-start-color: #7fd6bf; }
  .card::before { color: #7fd6bf; } .money { background: #3a1512; border-color: #f2b8b5; border-inline-start-color: #f2b8b5; } .money::before { color: #f2b8b5; }
  .show { background: #7fd6bf; color: #06281f; } .dismiss { border-color: #45413a; } .mute { color: #b9b4aa; }
  button:focus-visible { outline-color: #9db8ff; }
}
.small { display: flex; align-items: center; gap: 2px 8px; padding: 2px 6px 2px 12px; } .small::before { margin: 0; } .small p, .small .mute { display: none; }
.quiet { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; padding-block: 4px; } .quiet::before, .quiet p { margin: 0; } .quiet p { flex: 1; }
@media (forced-colors: active) { .card, button { border: 1px solid CanvasText; } }
`;
/** While the words come in: what has no opacity counts as moving nothing. */
export const HINT_COMING = ':host { opacity: 0 !important; }';
/** Not wider than its words: what it does not need is the page's. */
export const HINT_SMALL = ':host { inset-inline-start: auto !important; }';
/** Where the usual edge is taken by the message itself. */
export const HINT_EDGES = {
  top: ':host { inset-block: 8px auto !important; }',
  bottom: ':host { inset-block: auto 8px !important; }',
};
