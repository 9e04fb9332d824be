// Sends the form as soon as the page is there, and only once: whoever comes back to the page decides anew.
const form = document.querySelector('form[data-send]');
if (form) {
  if (history.state?.sent) {
    document.querySelector('[data-again]').hidden = false;
  } else {
    history.replaceState({ sent: true }, '');
    // a field of the form may be called submit
    HTMLFormElement.prototype.submit.call(form);
  }
}
