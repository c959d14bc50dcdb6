// The page's script. Everything can be read without it; it adds filters, the theme button, opened disclosures behind a link and on
// paper, and the mark in the rail. No request, no storage, no markup made from text.

/** JavaScript of the page, a strict IIFE. */
export const SCRIPT: string = `(() => {
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);

const theme = byId('theme');
const themes = ['system', 'light', 'dark'];
let chosen = 0;
theme.hidden = false;
theme.addEventListener('click', () => {
  chosen = (chosen + 1) % themes.length;
  if (chosen === 0) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = themes[chosen];
  theme.textContent = 'Theme: ' + themes[chosen];
});

const filters = document.querySelector('.filters');
const fields = all('.filters select, .filters input');
const rows = all('[data-f]');
const groups = all('.finds, .brief');
const matches = (row) => {
  const facets = row.dataset.f.split(' ');
  return fields.every((field) => {
    const wanted = field.value.trim().toLowerCase();
    if (wanted === '') return true;
    return field.type === 'search' ? row.textContent.toLowerCase().includes(wanted) : facets.includes(wanted);
  });
};
const hideEmptyGroups = () => {
  for (const group of groups) {
    let head = null;
    let any = false;
    for (const part of group.children) {
      if (part.classList.contains('grp')) {
        if (head) head.hidden = !any;
        head = part;
        any = false;
      } else if (part.dataset.f !== undefined && !part.hidden) any = true;
    }
    if (head) head.hidden = !any;
  }
};
const applyFilters = () => {
  let shown = 0;
  for (const row of rows) {
    row.hidden = !matches(row);
    if (!row.hidden) shown += 1;
  }
  hideEmptyGroups();
  byId('shown').textContent = shown + ' of ' + rows.length + ' shown';
};
const clearFilters = () => {
  for (const field of fields) field.value = '';
  applyFilters();
};
if (filters) {
  filters.hidden = false;
  for (const field of fields) field.addEventListener('input', applyFilters);
  applyFilters();
}

const openTarget = () => {
  const target = location.hash && byId(location.hash.slice(1));
  if (!target) return;
  if (target.closest('[data-f][hidden]')) clearFilters();
  const own = target.matches('[data-f]') ? target.querySelector('details') : null;
  if (own) own.open = true;
  for (let outer = target.closest('details'); outer; outer = outer.parentElement.closest('details')) outer.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', openTarget);
openTarget();

let closed = [];
addEventListener('beforeprint', () => {
  closed = all('details').filter((details) => !details.open);
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});

const links = all('nav.toc a').map((link) => ({ link, section: byId(link.hash.slice(1)) }));
const markCurrent = () => {
  const passed = links.filter(({ section }) => section.getBoundingClientRect().top < innerHeight * 0.3);
  const current = passed.at(-1) ?? links[0];
  for (const each of links) {
    if (each === current) each.link.setAttribute('aria-current', 'true');
    else each.link.removeAttribute('aria-current');
  }
};
if (links.length > 0) {
  addEventListener('scroll', markCurrent, { passive: true });
  markCurrent();
}
})();`;
