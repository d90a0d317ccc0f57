<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="The safe" path="/secure-action">
  <section class="card person">
    <span class="avatar huge" aria-hidden="true">✓</span>
    <div>
      <p class="eyebrow">With a second factor only</p>
      <h1>The safe is open</h1>
      <p class="lead">Today's takings, <c:out value="${caller.name}"/>: 412.50. Your password alone would not have shown them.</p>
    </div>
    <dl class="facts">
      <div><dt>How you logged in (<code>amr</code>)</dt><dd id="amr"><c:out value="${caller.amr}"/></dd></div>
      <div><dt>What that is good for (<code>acr</code>)</dt><dd id="acr"><c:out value="${caller.acr}"/></dd></div>
    </dl>
  </section>
</t:page>
