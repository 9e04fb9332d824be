// Tells an integrator what this browser does with the shop's pages. Each fact has its possible values on the page already.

function tell(fact, value) {
  const place = document.querySelector(`[data-fact="${fact}"]`);
  for (const option of place.querySelectorAll('[data-value]')) option.hidden = option.dataset.value !== value;
}

function works(attempt) {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function frameCase() {
  if (window === window.top) return window.opener ? 'popup' : 'window';
  return window.parent === window.top ? 'frame' : 'nested';
}

tell('script', 'yes');
tell('frame', frameCase());
tell('sandbox', self.origin === 'null' ? 'yes' : 'no');
tell('cookies', navigator.cookieEnabled ? 'yes' : 'no');
tell('storage', works(() => sessionStorage.getItem('')) ? 'yes' : 'no');
document.querySelector('[data-fact="charset"] [data-text]').textContent = document.characterSet;
document.querySelector('[data-fact="languages"] [data-text]').textContent = navigator.languages.join(', ');
