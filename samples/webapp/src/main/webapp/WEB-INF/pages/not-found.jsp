<%@ page pageEncoding="UTF-8" session="false" isErrorPage="true" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Nothing here" path="">
  <section class="dead-end">
    <p class="big" aria-hidden="true">404</p>
    <h1>Nothing is served here</h1>
    <p class="lead">The page may have moved, or the address has a typing error.</p>
    <p class="actions"><a class="button" href="<c:url value='/'/>">Back to the home page</a></p>
  </section>
</t:page>
