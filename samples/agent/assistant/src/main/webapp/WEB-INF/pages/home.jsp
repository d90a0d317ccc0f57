<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%-- An expression in a page is not escaped by itself: whatever a user may have written goes through c:out. --%>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Cardinal Coffee: the assistant</title>
  <link rel="icon" href="<c:url value='/assets/logo.svg'/>" type="image/svg+xml">
  <link rel="stylesheet" href="<c:url value='/assets/style.css'/>">
  <link rel="stylesheet" href="<c:url value='/assets/assistant.css'/>">
  <script type="module" src="<c:url value='/assets/assistant.js'/>"></script>
</head>
<body>
  <a class="skip" href="#main">Skip to the content</a>
  <header class="bar">
    <div class="wrap bar-inner">
      <a class="brand" href="<c:url value='/'/>"><img src="<c:url value='/assets/logo.svg'/>" alt="" width="30" height="30"><span>Cardinal<span class="brand-soft"> Assistant</span></span></a>
      <div class="account">
        <c:choose>
          <c:when test="${user.loggedIn}">
            <span id="user"><c:out value="${user.name}"/></span>
            <a class="button quiet" id="logout" href="<c:url value='/auth/logout'/>">Log out</a>
          </c:when>
          <c:otherwise><a class="button" id="login" href="<c:url value='/auth/login'/>">Log in</a></c:otherwise>
        </c:choose>
      </div>
    </div>
  </header>
  <main id="main" class="wrap" data-answers="<c:url value='/api/answers/'/>">
    <section aria-labelledby="title">
      <p class="eyebrow">An agent, with Auth0 and Jakarta EE</p>
      <h1 id="title">It acts for you, <span>and says so.</span></h1>
      <p class="lead">Ask the assistant. It calls tools for you with a token that names you as its subject and the assistant
        as the one who acts; the tools call the orders API in the same way. Every call on the way is shown below.</p>
      <c:choose>
        <c:when test="${user.loggedIn}">
          <p class="actions questions">
            <c:forEach items="${questions}" var="question">
              <button type="button" class="button quiet" id="ask-${question.id}" data-question="${question.id}"><c:out value="${question.text}"/></button>
            </c:forEach>
          </p>
        </c:when>
        <c:otherwise>
          <p class="actions questions"><a class="button" href="<c:url value='/auth/login'/>">Log in to ask</a></p>
        </c:otherwise>
      </c:choose>
    </section>

    <section class="talk" aria-label="Conversation" aria-live="polite" hidden>
      <p class="said mine" id="question"></p>
      <p class="said" id="answer"></p>
    </section>

    <section id="way" aria-labelledby="way-title" hidden>
      <h2 id="way-title">How the answer came about</h2>
      <p class="soft">Who called whom, what was answered, and what the tokens say. The tokens themselves stay on the servers.</p>
      <ol class="hops" id="hops"></ol>
    </section>

    <section aria-labelledby="parts-title">
      <h2 id="parts-title">Three applications, one line each</h2>
      <div class="cards">
        <article class="card">
          <h3><span class="party assistant">Assistant</span></h3>
          <p>Logs you in, and exchanges your token for one for the tools in which it is the actor.</p>
          <pre tabindex="0"><code>exchanges.<b>exchange</b>(
  request.<b>withActor</b>(…))</code></pre>
        </article>
        <article class="card">
          <h3><span class="party tools">Tools</span></h3>
          <p>An MCP server that takes calls from the assistant only, and calls the orders API for you.</p>
          <pre tabindex="0"><code><b>@RequiresScope</b>("call:tools")
<b>@RequiresActor</b>(
  "sample-assistant@clients")</code></pre>
        </article>
        <article class="card">
          <h3><span class="party orders">Orders</span></h3>
          <p>An API that knows nothing of assistants, and sees you and everybody in between.</p>
          <pre tabindex="0"><code><b>@RequiresScope</b>("read:orders")</code></pre>
        </article>
      </div>
    </section>
  </main>
  <footer class="wrap">
    <p>A sample of <strong>auth0-jakarta</strong>, a community project that is neither made nor endorsed by Auth0.</p>
  </footer>
</body>
</html>
