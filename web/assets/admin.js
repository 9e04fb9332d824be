// What pages of the console can do beyond links and forms. Everything works without it.

// Parts that update themselves ask by a timer: not while nobody looks, and not while something in them is in use.
const isTimed = (element) => /^\s*every\b/.test(element.getAttribute('hx-trigger') ?? '');

function isInUse(element) {
  const selection = getSelection();
  const isRead = !selection.isCollapsed && selection.containsNode(element, true);
  const field = element.querySelector('input:focus, select:focus, textarea:focus');
  const typed = [...element.querySelectorAll('input, textarea, select')].some(isTouched);
  return isRead || field !== null || typed;
}

function isTouched(field) {
  if (field.type === 'hidden') return false;
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.tagName === 'SELECT') {
    const options = [...field.options];
    return options.some((option) => option.defaultSelected) && options.some((o) => o.selected !== o.defaultSelected);
  }
  return field.value !== field.defaultValue;
}

document.addEventListener('htmx:before:request', (event) => {
  const { sourceElement, request } = event.detail.ctx;
  if (!isTimed(sourceElement)) return;
  if (document.hidden || isInUse(sourceElement)) return event.preventDefault();
  // A page that asks by itself keeps nobody logged in.
  request.headers['X-Live'] = '1';
});

// While it was asked for, somebody may have begun to use it; and an error takes nothing away.
let focused;
document.addEventListener('htmx:after:request', (event) => {
  const { sourceElement, response } = event.detail.ctx;
  if (!isTimed(sourceElement)) return;
  if (response.status >= 400 || isInUse(sourceElement)) return event.preventDefault();
  const active = document.activeElement;
  focused = sourceElement.contains(active) ? { id: active.id, href: active.getAttribute('href') } : undefined;
});
document.addEventListener('htmx:after:swap', () => {
  if (focused === undefined) return;
  const { id, href } = focused;
  focused = undefined;
  const again = id ? document.getElementById(id) : href && document.querySelector(`main a[href="${CSS.escape(href)}"]`);
  if (again) again.focus({ preventScroll: true });
});

// Copy buttons: data-copy names what is copied.
function showCopyButtons(within) {
  for (const button of within.querySelectorAll('[data-copy]')) button.hidden = navigator.clipboard === undefined;
}
showCopyButtons(document);
document.addEventListener('htmx:after:swap', () => showCopyButtons(document));
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) void copy(button);
});

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
  const told = document.querySelector('#told');
  told.textContent = told.dataset.copied;
  button.classList.add('copied');
}

// A box in the head of a table chooses all of its rows.
for (const box of document.querySelectorAll('[data-check-all]')) box.hidden = false;
document.addEventListener('change', (event) => {
  const all = event.target.closest('[data-check-all]');
  const boxes = all?.closest('table').querySelectorAll('tbody input[type=checkbox]') ?? [];
  for (const box of boxes) box.checked = all.checked;
});

// Rows, search and help by keys, unless something is being typed.
const rows = () => [...document.querySelectorAll('[data-row]')].map((row) => row.querySelector('a')).filter(Boolean);

function goRow(step) {
  const links = rows();
  const here = links.findIndex((link) => link.closest('[data-row]').contains(document.activeElement));
  const next = links[Math.min(links.length - 1, Math.max(0, here === -1 ? 0 : here + step))];
  next?.focus();
  next?.closest('[data-row]').scrollIntoView({ block: 'nearest' });
}

const keys = {
  '/': () => document.querySelector('#q')?.focus(),
  j: () => goRow(1),
  k: () => goRow(-1),
  '?': () => document.querySelector('#keys')?.showModal(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  if (event.target.closest('input, textarea, select, dialog[open], [contenteditable]')) return;
  event.preventDefault();
  keys[event.key]();
});

document.querySelector('#keys-button')?.addEventListener('click', () => keys['?']());
document.querySelector('#keys-button')?.removeAttribute('hidden');
