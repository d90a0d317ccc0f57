// Shows the answer of the API to the two buttons on the home page, times as the visitor reads them, and initials where
// there is no picture.

const panel = document.querySelector('[data-api]');
const find = (id) => document.getElementById(id);

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function show({ status, kind, challenge, body }) {
  find('answer-status').textContent = status;
  find('answer-status').dataset.kind = kind;
  find('answer-challenge').textContent = challenge;
  find('answer-body').textContent = body;
  panel.querySelector('.waiting').hidden = true;
  panel.querySelector('dl').hidden = false;
  panel.dataset.state = 'done';
}

async function call(credentials) {
  panel.dataset.state = 'waiting';
  try {
    const response = await fetch(panel.dataset.api, { credentials, headers: { Accept: 'application/json' } });
    show({
      status: `${response.status} ${response.statusText}`.trim(),
      kind: response.ok ? 'good' : 'bad',
      challenge: response.headers.get('WWW-Authenticate') ?? 'not sent',
      body: pretty(await response.text()) || 'empty',
    });
  } catch (error) {
    show({ status: 'No answer', kind: 'bad', challenge: 'not sent', body: String(error) });
  }
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
