<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="API" path="/api-calls">
  <section aria-labelledby="calls-title">
    <p class="eyebrow">What programs meet</p>
    <h1 id="calls-title">Call the API</h1>
    <p class="lead">Each button sends a request as a program would, and shows the answer as it came: the status, the
      challenge and the body. Tokens are used and not shown.</p>

    <div class="cards calls">
      <article class="card">
        <h2>Bearer</h2>
        <p class="soft">Whoever has the token may use it.</p>
        <pre tabindex="0"><code><b>@GET</b>
<b>@RolesAllowed</b>("read:orders")</code></pre>
        <button type="button" class="button" id="bearer" data-call="bearer">A good token</button>
        <button type="button" class="button quiet" id="no-token" data-call="noToken">No token</button>
        <button type="button" class="button quiet" id="wrong-token" data-call="wrongToken">A changed token</button>
      </article>
      <article class="card">
        <h2>Scopes</h2>
        <p class="soft">The token is good and not enough. The challenge names what is missing.</p>
        <pre tabindex="0"><code><b>@POST</b>
<b>@RequiresScope</b>("clear:orders")</code></pre>
        <button type="button" class="button" id="missing-scope" data-call="missingScope">Without the scope</button>
      </article>
      <article class="card">
        <h2>DPoP</h2>
        <p class="soft">The token is bound to a key that this page made. The key cannot leave your browser.</p>
        <pre tabindex="0"><code>auth0.api.dpop.mode=<b>allowed</b></code></pre>
        <button type="button" class="button" id="dpop" data-call="dpop">With a proof</button>
        <button type="button" class="button quiet" id="replayed" data-call="replayed">The same proof again</button>
        <button type="button" class="button quiet" id="bound-as-bearer" data-call="boundAsBearer">As a bearer token</button>
      </article>
      <article class="card">
        <h2>Step-up</h2>
        <p class="soft">A password is not enough for the safe. This call takes your session along.</p>
        <pre tabindex="0"><code><b>@GET</b>
<b>@RequiresStepUp</b>(acr = MULTI_FACTOR)</code></pre>
        <button type="button" class="button" id="safe" data-call="safe">Open the safe</button>
        <a class="button quiet" id="step-up" href="<c:url value='/login-with-options?second_factor'/>" hidden>Log in with a second factor</a>
      </article>
    </div>

    <div class="console" data-root="<c:url value='/'/>" data-token-endpoint="<c:out value='${tokenEndpoint}'/>">
      <div class="console-bar"><code id="request-line">Nothing has been sent yet</code></div>
      <div class="answer" id="answer" role="status" aria-live="polite">
        <p class="waiting">The answer will stand here.</p>
        <dl hidden>
          <div><dt>Request</dt><dd><pre id="request-headers" tabindex="0" aria-label="Request"></pre></dd></div>
          <div><dt>Status</dt><dd><span class="code" id="answer-status"></span></dd></div>
          <div><dt>WWW-Authenticate</dt><dd><code id="answer-challenge"></code></dd></div>
          <div><dt>Body</dt><dd><pre id="answer-body" tabindex="0" aria-label="Body"></pre></dd></div>
        </dl>
      </div>
    </div>
  </section>
  <script type="module" src="<c:url value='/assets/api-calls.js'/>"></script>
</t:page>
