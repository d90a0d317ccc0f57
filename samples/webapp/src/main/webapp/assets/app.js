// Shows the answer of the API to the two buttons on the home page, times as the visitor reads them, and initials where
// there is no picture.

import { showAnswer } from './answer.js';

const panel = document.querySelector('[data-api]');

function call(credentials) {
  const request = () => fetch(panel.dataset.api, { credentials, headers: { Accept: 'application/json' } });
  return showAnswer(panel, request);
}

panel?.querySelectorAll('button').forEach((button) => {
  button.addEventListener('click', () => call(button.dataset.credentials));
});

const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
document.querySelectorAll('time').forEach((time) => {
  const date = new Date(time.dateTime || time.dataset.seconds * 1000);
  if (!Number.isNaN(date.getTime())) {
    time.dateTime = date.toISOString();
    time.title = time.dateTime;
    time.textContent = local.format(date);
  }
});

document.querySelectorAll('.avatar img').forEach((picture) => {
  if (picture.complete && picture.naturalWidth === 0) {
    picture.remove();
  } else {
    picture.addEventListener('error', () => picture.remove());
  }
});
