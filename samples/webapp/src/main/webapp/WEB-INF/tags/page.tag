<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="path" required="true" description="which navigation entry is the current one" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<%-- The frame of every page. An expression in a page is not escaped by itself: whatever a user may have written goes through c:out. --%>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · Cardinal Coffee</title>
  <link rel="icon" href="<c:url value='/assets/logo.svg'/>" type="image/svg+xml">
  <link rel="stylesheet" href="<c:url value='/assets/style.css'/>">
  <script type="module" src="<c:url value='/assets/app.js'/>"></script>
  <script type="module" src="<c:url value='/assets/login.js'/>"></script>
</head>
<body>
  <a class="skip" href="#main">Skip to the content</a>
  <header class="bar">
    <div class="wrap bar-inner">
      <a class="brand" href="<c:url value='/'/>"><img src="<c:url value='/assets/logo.svg'/>" alt="" width="30" height="30"><span>Cardinal<span class="brand-soft"> Coffee</span></span></a>
      <nav aria-label="Pages">
        <a href="<c:url value='/'/>"<c:if test="${path eq '/'}"> aria-current="page"</c:if>>Home</a>
        <a href="<c:url value='/profile'/>"<c:if test="${path eq '/profile'}"> aria-current="page"</c:if>>Profile</a>
        <a href="<c:url value='/api-calls'/>"<c:if test="${path eq '/api-calls'}"> aria-current="page"</c:if>>API</a>
        <a href="<c:url value='/services'/>"<c:if test="${path eq '/services'}"> aria-current="page"</c:if>>Services</a>
        <a href="<c:url value='/admin'/>"<c:if test="${path eq '/admin'}"> aria-current="page"</c:if>>Admin</a>
      </nav>
      <div class="account">
        <c:choose>
          <c:when test="${caller.loggedIn}">
            <t:avatar/>
            <a class="button quiet" id="logout" href="<c:url value='/auth/logout'/>">Log out</a>
          </c:when>
          <c:otherwise>
            <a class="button" id="login" href="<c:url value='/auth/login?returnTo=/profile'/>">Log in</a>
          </c:otherwise>
        </c:choose>
      </div>
    </div>
  </header>
  <main id="main" class="wrap">
    <jsp:doBody/>
  </main>
  <footer class="wrap">
    <p>A sample of <strong>auth0-jakarta</strong>, a community project that is neither made nor endorsed by Auth0.</p>
  </footer>
</body>
</html>
