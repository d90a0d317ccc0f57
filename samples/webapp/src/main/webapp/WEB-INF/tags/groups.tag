<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%-- The caller's groups as chips. --%>
<ul class="chips" aria-label="Groups">
  <c:forEach items="${caller.groups}" var="group">
    <li><c:out value="${group}"/></li>
  </c:forEach>
  <c:if test="${empty caller.groups}"><li class="none">none</li></c:if>
</ul>
