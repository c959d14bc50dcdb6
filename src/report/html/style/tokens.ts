// Colours, fonts and type sizes of the page. Blue against rust and no green: the pair survives the common colour-vision defects, and in
// grey the shape of a mark carries the meaning. Contrast on page and panel is at least 4.5 for text, 3 for control borders (WCAG 2.2).

const LIGHT = `color-scheme:light;
--bg:#fbfbf9;--panel:#f3f3ef;--ink:#16191d;--ink2:#454b53;--ink3:#62686f;--rule:#dcddd7;--rule2:#8b8f90;
--accent:#1b4f8a;--accent-soft:#dfe8f2;--alert:#9d3216;--alert-soft:#f7e7e1;--shade:#16191d;`;

const DARK = `color-scheme:dark;
--bg:#121418;--panel:#1a1d22;--ink:#e9e9e5;--ink2:#bcc0c5;--ink3:#999ea5;--rule:#2c3036;--rule2:#6d737b;
--accent:#8fbaec;--accent-soft:#1d2c3e;--alert:#f2987f;--alert-soft:#35221b;--shade:#e9e9e5;`;

/** Custom properties for both themes; `data-theme` on the root wins over the system's choice. */
export const TOKENS: string = `:root{${LIGHT}
--sans:-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue","Liberation Sans",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;
}
:root[data-theme=dark]{${DARK}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
`;
