<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Profile" path="/profile">
  <section class="card person">
    <t:avatar size="huge"/>
    <div>
      <p class="eyebrow">Your profile</p>
      <h1 id="name"><c:out value="${caller.name}"/></h1>
      <c:if test="${not empty caller.email}"><p class="lead" id="email"><c:out value="${caller.email}"/></p></c:if>
      <t:groups/>
    </div>
    <dl class="facts">
      <div><dt>Logged in</dt><dd><time id="logged-in-at" datetime="${caller.loggedInAt}">${caller.loggedInAt}</time></dd></div>
      <div><dt>Ends if not used before</dt><dd><time id="expires-at" datetime="${caller.expiresAt}">${caller.expiresAt}</time></dd></div>
      <div><dt>Ends in any case</dt><dd><time id="latest-expires-at" datetime="${caller.latestExpiresAt}">${caller.latestExpiresAt}</time></dd></div>
      <div><dt>Caller</dt><dd><code><c:out value="${pageContext.request.userPrincipal.name}"/></code></dd></div>
    </dl>
  </section>

  <section aria-labelledby="script-title">
    <h2 id="script-title">What a script sees</h2>
    <p class="soft">The buttons call the browser module. Tokens stay on the server until a script asks for one; this page
      shows the answer without it.</p>
    <div class="console">
      <div class="console-bar">
        <code><span class="method">JS</span> auth0.js</code>
        <span class="actions">
          <button type="button" class="button" id="get-user" data-module-call="getUser">getUser()</button>
          <button type="button" class="button" id="get-access-token" data-module-call="getAccessToken">getAccessToken()</button>
          <button type="button" class="button quiet" id="logout-by-module" data-module-call="logout">logout()</button>
        </span>
      </div>
      <div class="answer" role="status" aria-live="polite">
        <p class="waiting">The answer will stand here.</p>
        <pre id="module-answer" tabindex="0" aria-label="Answer" hidden></pre>
      </div>
    </div>
  </section>

  <section aria-labelledby="claims-title">
    <h2 id="claims-title">Claims</h2>
    <p class="soft">What Auth0 said about you at login, checked and signed.</p>
    <div class="card table" tabindex="0" role="region" aria-labelledby="claims-title">
      <table id="claims" class="claims">
        <thead><tr><th scope="col">Claim</th><th scope="col">Value</th></tr></thead>
        <tbody>
          <c:forEach items="${caller.claims}" var="claim">
            <tr><th scope="row"><code><c:out value="${claim.key}"/></code></th><td><c:out value="${claim.value}"/>
              <c:if test="${claim.key eq 'exp' or claim.key eq 'iat' or claim.key eq 'auth_time'}"><time class="soft" data-seconds="<c:out value='${claim.value}'/>"></time></c:if></td></tr>
          </c:forEach>
        </tbody>
      </table>
    </div>
  </section>
</t:page>
