/** The hint's style. Sizes in px, because the page's own root size is not to be trusted; colours as in shared/tokens.css. */
export const HINT_STYLE = `
:host { all: initial !important; position: fixed !important; inset-block-end: 16px !important; inset-inline-end: 16px !important;
  z-index: 2147483647 !important; display: block !important; max-inline-size: min(360px, calc(100vw - 32px)) !important; contain: layout style !important;
  -webkit-user-select: none !important; user-select: none !important; }
@media (max-width: 480px) { :host { inset-block-start: 8px !important; inset-block-end: auto !important; inset-inline: 8px !important; max-inline-size: none !important; } }
@media print { :host { display: none !important; } }
@media (min-width: 1024px) { :host { max-inline-size: min(880px, calc(100vw - 32px)) !important; } }
.card, .buttons { display: flex; gap: 2px 6px; align-items: center; }
.card { flex-wrap: wrap; box-sizing: border-box; padding-block: 10px 4px; padding-inline: 14px 6px; border: 1px solid #d9d5cc; border-inline-start: 5px solid #0b5c4d; border-radius: 10px;
  background: #fff; color: #1c1b1a; box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  font: 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
p { flex: 1 1 100%; margin: 0; min-block-size: 22px; overflow-wrap: anywhere; text-wrap: balance; }
@media (max-width: 480px) { p { font-size: 14px; } }
.buttons { flex: 1 1 auto; }
button { font: inherit; min-block-size: 44px; min-inline-size: 44px; padding: 6px 12px; border-radius: 8px; border: 1px solid transparent; background: none; color: inherit; cursor: pointer; }
button:focus-visible { outline: 3px solid #1a4fd6; outline-offset: 1px; }
[hidden] { display: none; }
.more, .dismiss { flex: none; }
.more { display: flex; align-items: center; gap: 6px; margin-inline-end: auto; padding-inline: 0 4px; color: #0b5c4d; font-size: 12px; font-weight: 700; white-space: nowrap; }
svg { flex: none; inline-size: 20px; block-size: 20px; }
.show { background: #0b5c4d; color: #fff; font-weight: 600; }
.dismiss { padding: 0; font-size: 22px; line-height: 1; }
.mute { display: none; flex: 1 1 100%; inline-size: 0; padding-inline: 0; color: #55524d; font-size: 13px; text-align: start; text-decoration: underline; }
.open .mute { display: block; }
.money { background: #fdecec; border-color: #b3261e; border-inline-start-color: #b3261e; } .money .more { color: #8c1d18; } .money p { font-weight: 600; }
@media (min-width: 1024px) {
  .card { padding-block: 4px; column-gap: 10px; }
  .buttons { display: contents; } .more { order: -1; margin: 0; } p { flex: 1 1 0; margin-inline-end: 6px; } .show, .dismiss { flex: none; }
}
@media (prefers-color-scheme: dark) {
  .card { background: #211f1c; color: #f1efea; border-color: #45413a; border-inline-start-color: #7fd6bf; }
  .more { color: #7fd6bf; } .money { background: #3a1512; border-color: #f2b8b5; border-inline-start-color: #f2b8b5; } .money .more { color: #f2b8b5; }
  .show { background: #7fd6bf; color: #06281f; } .mute { color: #b9b4aa; }
  button:focus-visible { outline-color: #9db8ff; }
}
.small, .quiet { padding-block: 2px; } .small p, .small .mute { display: none; }
.quiet .buttons { display: none; } .quiet p { flex: 1 1 0; } .quiet .mute { display: block; flex: none; inline-size: auto; padding-inline: 8px; }
@media (forced-colors: active) { .card, .show, .dismiss, .mute { border: 1px solid CanvasText; } }
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
