<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="size" description="a further CSS class" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%-- The caller's picture, or the initials. The name stands beside it or on the profile, so that it is only decoration. --%>
<span class="avatar ${size}" aria-hidden="true">
  <c:choose>
    <c:when test="${not empty caller.picture}"><img src="<c:out value='${caller.picture}'/>" alt="" referrerpolicy="no-referrer"></c:when>
    <c:otherwise><c:out value="${caller.initials}"/></c:otherwise>
  </c:choose>
</span>
