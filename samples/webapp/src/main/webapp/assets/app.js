// Shows the answer of the API to the two buttons on the home page, and times as the visitor reads them.

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
}

async function call(credentials) {
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
document.querySelectorAll('time[datetime]').forEach((time) => {
  const date = new Date(time.dateTime);
  if (!Number.isNaN(date.getTime())) {
    time.title = time.dateTime;
    time.textContent = local.format(date);
  }
});
