<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%-- The caller's groups as chips. --%>
<ul class="chips" id="groups" aria-label="Groups">
  <c:forEach items="${caller.groups}" var="group">
    <li class="${fn:startsWith(group, 'SCOPE_') ? 'quiet' : ''}"><c:out value="${group}"/></li>
  </c:forEach>
  <c:if test="${empty caller.groups}"><li class="quiet">none</li></c:if>
</ul>
