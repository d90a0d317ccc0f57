// The pages that people, or programs instead of them, fill in.

/** Returns a page. */
function page(title, body) {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>
${body}
</body></html>
`;
}

/** Returns the page that asks for name and password. */
export function loginPage(failed) {
  return page('Log in', `${failed ? '<p>Wrong name or password.</p>' : ''}
<form id="login" method="post">
<label>Name <input name="username" autocomplete="username" autofocus></label>
<label>Password <input type="password" name="password" autocomplete="current-password"></label>
<button type="submit">Log in</button>
</form>`);
}

/** Shows the page that asks whether to log out; the form that the provider made has no button. */
export function logoutSource(ctx, form) {
  ctx.body = page('Log out', `${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Yes, log out</button>`);
}
