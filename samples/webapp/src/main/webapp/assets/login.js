// Login, session and logout by the module that the library brings: the buttons of the home and the profile page.

import { getAccessToken, getUser, loginWithPopup, logout } from '../auth0-jakarta/auth0.js';

const find = (id) => document.getElementById(id);

// The address is opened as a link, because the page's policy lets no form lead away.
find('options')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  location.assign(`${form.action}?${new URLSearchParams(new FormData(form))}`);
});

find('login-with-popup')?.addEventListener('click', async () => {
  const outcome = find('popup-outcome');
  outcome.textContent = 'Waiting for the window …';
  try {
    await loginWithPopup();
    location.reload();
  } catch (error) {
    outcome.textContent = `Not logged in: ${error.code}`;
  }
});

const calls = {
  getUser,
  logout,
  async getAccessToken() {
    const { token, ...rest } = await getAccessToken({ detailed: true });
    return { token: `${token.length} characters, not shown`, ...rest };
  },
};

document.querySelectorAll('[data-module-call]').forEach((button) => {
  button.addEventListener('click', async () => {
    const answer = find('module-answer');
    try {
      answer.textContent = JSON.stringify(await calls[button.dataset.moduleCall](), null, 2);
    } catch (error) {
      answer.textContent = `${error.code}: ${error.message}`;
    }
    answer.hidden = false;
    answer.parentElement.querySelector('.waiting').hidden = true;
  });
});
