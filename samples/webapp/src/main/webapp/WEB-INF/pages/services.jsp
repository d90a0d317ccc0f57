<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Services" path="/services">
  <section aria-labelledby="services-title" data-services="<c:url value='/api/services/'/>">
    <p class="eyebrow">What one injection brings</p>
    <h1 id="services-title">Services</h1>
    <p class="lead">Each box injects one bean and calls it for you. The answers are shown without their tokens, which stay on
      the server.</p>

    <div class="cards services">
      <article class="card" id="exchange">
        <h2>Exchange a token</h2>
        <p class="soft">A token of another system becomes one of this tenant, by a profile that the tenant has for it.</p>
        <pre tabindex="0"><code><b>exchanges</b>.exchange(TokenExchangeRequest
  .<b>of</b>(token, "urn:example:legacy-token")
  .<b>withAudience</b>(audience))</code></pre>
        <label>A token of the old shop <input id="legacy-token" data-member="token" value="legacy token of <c:out value='${caller.subject}'/>" autocomplete="off"></label>
        <p class="actions"><button type="button" class="button" id="exchange-token" data-method="POST" data-path="exchange">Exchange it</button></p>
        <t:outcome/>
      </article>

      <article class="card" id="on-behalf-of">
        <h2>On behalf of the user</h2>
        <p class="soft">The reports API takes calls for users, not of users. The token names you, and this application as the
          one who acts.</p>
        <pre tabindex="0"><code><b>exchanges</b>.onBehalfOf(
  "https://reports.example.com",
  Set.of("read:reports"))</code></pre>
        <p class="actions"><button type="button" class="button" id="call-reports" data-method="POST" data-path="on-behalf-of">Call the reports API</button></p>
        <t:outcome/>
      </article>

      <article class="card" id="vault">
        <h2>A Google token</h2>
        <p class="soft">The Token Vault keeps the tokens of the accounts that you have connected.</p>
        <pre tabindex="0"><code><b>exchanges</b>.connectionToken(
  ConnectionTokenRequest
    .<b>byRefreshToken</b>("google-oauth2"))</code></pre>
        <p class="actions"><button type="button" class="button" id="vault-token" data-method="POST" data-path="vault">Get the token</button></p>
        <t:outcome/>
      </article>

      <article class="card" id="connect">
        <h2>Connected accounts</h2>
        <p class="soft">You agree at the other provider, and come back here.</p>
        <pre tabindex="0"><code><b>accounts</b>.redirect(
  ConnectAccountRequest
    .<b>of</b>("google-oauth2"))</code></pre>
        <p class="actions">
          <a class="button" id="connect-account" href="<c:url value='/connect-account'/>">Connect Google</a>
          <button type="button" class="button quiet" id="list-accounts" data-method="GET" data-path="accounts">List</button>
          <button type="button" class="button quiet" id="disconnect-account" data-method="DELETE" data-path="accounts">Disconnect</button>
        </p>
        <t:outcome/>
      </article>

      <article class="card" id="mfa">
        <h2>A second factor</h2>
        <p class="soft">The payroll token is given only for a second factor. Without one you enrol your app first: any
          authenticator app reads the code.</p>
        <pre tabindex="0"><code>catch (<b>MfaRequiredException</b> e) {
  <b>factors</b>.enroll(e.mfaToken(), otp());
  <b>factors</b>.verify(e.mfaToken(), otp(code));</code></pre>
        <p class="actions"><button type="button" class="button" id="payroll-token" data-step="token">Get the payroll token</button></p>
        <div id="enrollment" hidden>
          <div class="qr" id="qr"></div>
          <p class="soft">Or type it in: <code id="mfa-secret"></code></p>
        </div>
        <div id="verification" hidden>
          <label>Code of your app <input id="mfa-code" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></label>
          <p class="actions"><button type="button" class="button" id="verify-code" data-step="verify">Verify</button></p>
        </div>
        <t:outcome/>
      </article>

      <article class="card" id="approval">
        <h2>Approve on your telephone</h2>
        <p class="soft">The tenant asks you on another device; the page waits. Here a page of the tenant is the device.</p>
        <pre tabindex="0"><code><b>approvals</b>.start(
  BackchannelAuthenticationRequest
    .<b>of</b>(sub, "Order-1042"))</code></pre>
        <p class="actions">
          <button type="button" class="button" id="ask-approval" data-step="approval">Ask for approval</button>
          <a class="button quiet" id="device" href="<c:out value='${approvals}'/>" target="_blank" rel="noopener" hidden>Open the device</a>
        </p>
        <t:outcome/>
      </article>
    </div>
  </section>
  <script type="module" src="<c:url value='/assets/services.js'/>"></script>
</t:page>
