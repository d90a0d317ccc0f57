<%@ page pageEncoding="UTF-8" session="false" isErrorPage="true" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Not for you" path="">
  <section class="dead-end">
    <p class="big" aria-hidden="true">403</p>
    <h1>This door is locked for you</h1>
    <p class="lead">We know who you are, <c:out value="${caller.name}"/>, but this page is for another role. These are yours:</p>
    <t:groups/>
    <p class="actions">
      <a class="button" href="<c:url value='/'/>">Back to the home page</a>
      <a class="button quiet" href="<c:url value='/auth/logout'/>">Log in as somebody else</a>
    </p>
  </section>
</t:page>
