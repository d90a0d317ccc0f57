// Asks the assistant, and shows its answer and the calls that led to it.

const find = (id) => document.getElementById(id);
const main = find('main');

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

const party = (name) => element('span', `party ${name.toLowerCase()}`, name);

function fact([name, text]) {
  const value = element('dd', '', element('code', '', text));
  return element('div', '', element('dt', '', name), value);
}

function hop({ from, to, what, status, facts }) {
  const code = element('span', 'code', String(status));
  code.dataset.kind = status < 400 ? 'good' : 'bad';
  const head = element('p', 'hop-head', party(from), element('span', 'arrow', '→'), party(to), code);
  const made = element('li', 'card hop', head, element('p', 'hop-what', what));
  const entries = Object.entries(facts);
  if (entries.length > 0) {
    made.append(element('dl', '', ...entries.map(fact)));
  }
  return made;
}

function show({ question, answer, hops }) {
  find('question').textContent = question;
  find('answer').textContent = answer;
  find('hops').replaceChildren(...hops.map(hop));
  document.querySelectorAll('main > [hidden]').forEach((section) => { section.hidden = false; });
}

async function ask(question) {
  main.dataset.state = 'waiting';
  try {
    const response = await fetch(`${main.dataset.answers}${question}`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
    });
    if (response.status === 401) {
      location.reload();
      return;
    }
    show(response.ok ? await response.json() : { question: '', answer: `The assistant failed: ${response.status}`, hops: [] });
  } catch (error) {
    show({ question: '', answer: `The assistant does not answer: ${error.message}`, hops: [] });
  }
  main.dataset.state = 'done';
}

document.querySelectorAll('[data-question]').forEach((button) => {
  button.addEventListener('click', () => ask(button.dataset.question));
});
