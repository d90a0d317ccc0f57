// Shows an answer of the API in a page's console, as it came.

const find = (id) => document.getElementById(id);

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function show(panel, { status, kind, challenge, body }) {
  find('answer-status').textContent = status;
  find('answer-status').dataset.kind = kind;
  find('answer-challenge').textContent = challenge;
  find('answer-body').textContent = body;
  panel.querySelector('.waiting').hidden = true;
  panel.querySelector('dl').hidden = false;
  panel.dataset.state = 'done';
}

/** Sends a request and shows what comes of it; returns the status, 0 without an answer. */
export async function showAnswer(panel, send) {
  panel.dataset.state = 'waiting';
  try {
    const response = await send();
    show(panel, {
      status: `${response.status} ${response.statusText}`.trim(),
      kind: response.ok ? 'good' : 'bad',
      challenge: response.headers.get('WWW-Authenticate') ?? 'not sent',
      body: pretty(await response.text()) || 'empty',
    });
    return response.status;
  } catch (error) {
    show(panel, { status: 'No answer', kind: 'bad', challenge: 'not sent', body: String(error) });
    return 0;
  }
}
