// Presses the buttons of the services page: one call each, but for the second factor and the approval, which take several.

const find = (id) => document.getElementById(id);
const root = document.querySelector('[data-services]').dataset.services;

function show(card, response, body) {
  const result = card.querySelector('.result');
  const code = result.querySelector('.code');
  code.textContent = `${response.status} ${response.statusText}`.trim();
  code.dataset.kind = response.ok ? 'good' : 'bad';
  result.querySelector('pre').textContent = JSON.stringify(body, null, 2);
  result.hidden = false;
}

function send(method, path, sent) {
  return fetch(`${root}${path}`, {
    method,
    headers: { Accept: 'application/json', ...(sent && { 'Content-Type': 'application/json' }) },
    body: sent && JSON.stringify(sent),
  });
}

/** Sends a request; shows its answer in the card, without what only the script needs, and returns it. */
async function call(card, method, path, sent) {
  card.dataset.state = 'waiting';
  const response = await send(method, path, sent);
  const body = await response.json().catch(() => ({}));
  const { mfaToken, id, ...shown } = Array.isArray(body) ? {} : body;
  show(card, response, Array.isArray(body) ? body : shown);
  card.dataset.state = 'done';
  return { ok: response.ok, ...body };
}

document.querySelectorAll('[data-path]').forEach((button) => {
  button.addEventListener('click', () => {
    const card = button.closest('.card');
    const field = card.querySelector('[data-member]');
    return call(card, button.dataset.method, button.dataset.path, field && { [field.dataset.member]: field.value });
  });
});

let mfaToken;

async function getPayrollToken() {
  const demand = await call(find('mfa'), 'POST', 'mfa');
  mfaToken = demand.mfaToken;
  find('verification').hidden = !mfaToken;
  if (mfaToken && !demand.enrolled) {
    const { svg, secret } = await (await send('POST', 'mfa/enrollment', { mfaToken })).json();
    find('qr').replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
    find('mfa-secret').textContent = secret;
  }
  find('enrollment').hidden = !mfaToken || demand.enrolled;
}

async function verify() {
  const { ok } = await call(find('mfa'), 'POST', 'mfa/verification', { mfaToken, code: find('mfa-code').value });
  find('verification').hidden = ok;
  find('enrollment').hidden = ok;
}

const pause = (milliseconds) => new Promise((resume) => { setTimeout(resume, milliseconds); });

async function askForApproval() {
  const card = find('approval');
  const { id, ...begun } = await call(card, 'POST', 'approval');
  find('device').hidden = !id;
  let state = begun;
  while (state.state === 'pending') {
    await pause(state.pollAfter);
    state = await call(card, 'POST', 'approval/state', { id });
  }
  find('device').hidden = true;
}

const steps = { token: getPayrollToken, verify, approval: askForApproval };

document.querySelectorAll('[data-step]').forEach((button) => {
  button.addEventListener('click', steps[button.dataset.step]);
});
