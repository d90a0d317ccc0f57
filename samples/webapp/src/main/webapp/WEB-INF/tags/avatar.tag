<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="size" description="a further CSS class" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%-- The initials, and the caller's picture on them. The name stands elsewhere on the page, so this is only decoration. --%>
<span class="avatar ${size}" aria-hidden="true">
  <span><c:out value="${caller.initials}"/></span>
  <c:if test="${not empty caller.picture}"><img src="<c:out value='${caller.picture}'/>" alt="" referrerpolicy="no-referrer"></c:if>
</span>
