<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Home" path="/">
  <section class="hero">
    <div>
      <p class="eyebrow">Jakarta EE, with Auth0</p>
      <h1><span>Log in.</span> <span>Call the API.</span> <span>Log out.</span></h1>
      <p class="lead">A small coffee shop that knows its visitors. One jar and a handful of settings give it login, a
        session and a protected API; what you see below is all that its own code adds.</p>
      <p class="actions">
        <c:choose>
          <c:when test="${caller.loggedIn}">
            <a class="button" href="<c:url value='/profile'/>">See my profile</a>
            <a class="button quiet" href="<c:url value='/auth/logout'/>">Log out</a>
          </c:when>
          <c:otherwise>
            <a class="button" href="<c:url value='/auth/login?returnTo=/profile'/>">Log in</a>
            <a class="button quiet" href="#api">Try the API first</a>
          </c:otherwise>
        </c:choose>
      </p>
    </div>
    <aside class="card status" aria-label="Who you are">
      <c:choose>
        <c:when test="${caller.loggedIn}">
          <t:avatar size="large"/>
          <p class="status-line"><span class="dot on"></span>Logged in as</p>
          <p class="status-name" id="caller"><c:out value="${caller.name}"/></p>
          <t:groups/>
          <p class="soft">Your session ends <time datetime="${caller.expiresAt}">${caller.expiresAt}</time>.</p>
        </c:when>
        <c:otherwise>
          <span class="avatar large nobody" aria-hidden="true">?</span>
          <p class="status-line"><span class="dot"></span>Not logged in</p>
          <p class="status-name" id="caller">Hello, stranger</p>
          <p class="soft">To this application you are anonymous. The home page is yours, the others ask who you are.</p>
        </c:otherwise>
      </c:choose>
    </aside>
  </section>

  <section id="api" aria-labelledby="api-title">
    <h2 id="api-title">Call the API</h2>
    <p class="soft">The buttons send this request from your browser. The first one takes your session along, the second
      one leaves it at home.</p>
    <div class="console" data-api="<c:url value='/api/orders'/>">
      <div class="console-bar">
        <code><span class="method">GET</span> /api/orders</code>
        <span class="actions">
          <button type="button" class="button" id="call-api" data-credentials="same-origin">Call the API</button>
          <button type="button" class="button quiet" id="call-api-anonymously" data-credentials="omit">Without my session</button>
        </span>
      </div>
      <div class="answer" id="answer" role="status" aria-live="polite">
        <p class="waiting">The answer will stand here.</p>
        <dl hidden>
          <div><dt>Status</dt><dd><span class="code" id="answer-status"></span></dd></div>
          <div><dt>WWW-Authenticate</dt><dd><code id="answer-challenge"></code></dd></div>
          <div><dt>Body</dt><dd><pre id="answer-body" tabindex="0" aria-label="Body"></pre></dd></div>
        </dl>
      </div>
    </div>
  </section>

  <section id="ways" aria-labelledby="ways-title">
    <h2 id="ways-title">Log in your way</h2>
    <p class="soft">A link to <code>/auth/login</code> is all that a login needs. Code can ask for more.</p>
    <div class="cards">
      <article class="card">
        <h3>With options</h3>
        <form id="options" action="<c:url value='/login-with-options'/>">
          <label>Organisation <input id="organization" name="organization" placeholder="acme" autocomplete="organization"></label>
          <label>Login hint <input id="login-hint" name="login_hint" type="email" placeholder="alice@example.com" autocomplete="email"></label>
          <label>First screen
            <select name="screen_hint"><option value="">Log in</option><option value="signup">Sign up</option></select></label>
          <button class="button" id="login-with-options">Log in with options</button>
        </form>
      </article>
      <article class="card">
        <h3>In a window</h3>
        <p>This page stays as it is, whatever is typed in here or playing. The window closes by itself.</p>
        <pre tabindex="0"><code>import { <b>loginWithPopup</b> }
  from "…/auth0.js";
await <b>loginWithPopup</b>();</code></pre>
        <p class="outcome" id="popup-outcome" role="status" aria-live="polite"></p>
        <button type="button" class="button" id="login-with-popup">Open a login window</button>
      </article>
      <article class="card">
        <h3>With a second factor</h3>
        <p>A page for which a password is not enough asks for more when it is opened.</p>
        <pre tabindex="0"><code>logins.redirect(LoginOptions
  .defaults()
  .<b>withAcrValues</b>(MULTI_FACTOR))</code></pre>
        <a class="button" id="secure-action" href="<c:url value='/secure-action'/>">Open the safe</a>
      </article>
    </div>
  </section>

  <section aria-labelledby="how-title">
    <h2 id="how-title">How it is done</h2>
    <div class="cards">
      <article class="card">
        <h3>Protect a page</h3>
        <p>Who is not logged in goes to Auth0 and comes back. Who lacks the role gets a 403.</p>
        <pre tabindex="0"><code><b>@WebServlet</b>("/admin")
<b>@ServletSecurity</b>(<b>@HttpConstraint</b>(
    rolesAllowed = "admin"))</code></pre>
        <a href="<c:url value='/admin'/>">Open the admin page</a>
      </article>
      <article class="card">
        <h3>Protect an API</h3>
        <p>A session or an access token with the permission opens it. Without either it answers 401, never a redirect.</p>
        <pre tabindex="0"><code><b>@GET</b>
<b>@RolesAllowed</b>("read:orders")
public List&lt;Order&gt; list()</code></pre>
        <a href="<c:url value='/api-calls'/>">Call it in every way</a>
      </article>
      <article class="card">
        <h3>Know the caller</h3>
        <p>Name, groups and claims of whoever calls, on pages and in the API alike.</p>
        <pre tabindex="0"><code><b>@Inject</b>
Auth0Session session;
session.claims().get("email")</code></pre>
        <a href="<c:url value='/profile'/>">See them on the profile</a>
      </article>
    </div>
  </section>
</t:page>
