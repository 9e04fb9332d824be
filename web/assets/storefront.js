// What pages can do beyond links and forms. Everything works without it.

// A page in a sandboxed frame may not fetch; a form is then sent as any other.
document.addEventListener('htmx:before:request', (event) => {
  if (self.origin !== 'null') return;
  event.preventDefault();
  if (event.target.method === 'post') event.target.submit();
});

// So it is when the network fails, or when the answer is a page about an error: it is shown whole.
document.addEventListener('htmx:error', (event) => event.detail.ctx?.sourceElement.submit());
document.addEventListener('htmx:after:request', (event) => {
  const { sourceElement, response } = event.detail.ctx;
  if (response.status < 400) return renewKeys(sourceElement);
  event.preventDefault();
  sourceElement.submit();
});

// A form that comes twice adds once. One that was answered, or comes out of the browser's memory, is a new one.
function renewKeys(within) {
  for (const input of within.querySelectorAll('input[name="key"]')) {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    input.value = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
addEventListener('pageshow', (event) => event.persisted && renewKeys(document));

// "/" goes to the search field, unless something is being typed.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('#q');
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// What is to be told when the time of the session runs out.
for (const element of document.querySelectorAll('[data-show-in]')) {
  setTimeout(() => (element.hidden = false), Math.min(Number(element.dataset.showIn) * 1000, 2 ** 31 - 1));
}
