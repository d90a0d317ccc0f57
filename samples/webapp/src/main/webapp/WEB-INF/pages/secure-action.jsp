<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="The safe" path="/secure-action">
  <section class="card person">
    <span class="avatar huge" aria-hidden="true">✓</span>
    <div>
      <p class="eyebrow">With a second factor only</p>
      <h1>The safe is open</h1>
      <p class="lead">Welcome, <c:out value="${caller.name}"/>. Your password alone would not have brought you here.</p>
    </div>
    <dl class="facts">
      <div><dt>How you logged in (<code>amr</code>)</dt><dd id="amr"><code><c:out value="${caller.amr}"/></code></dd></div>
      <div><dt>What that is good for (<code>acr</code>)</dt><dd id="acr"><code><c:out value="${caller.acr}"/></code></dd></div>
    </dl>
  </section>
</t:page>
