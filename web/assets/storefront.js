// What pages can do beyond links and forms. Everything works without it.

// In a sandboxed frame, or with the network away, a request of htmx fails: the form behind it is then sent as any other.
document.addEventListener('htmx:error', (event) => {
  const source = event.detail.ctx?.sourceElement;
  if (source instanceof HTMLFormElement && source.method === 'post') source.submit();
});

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
