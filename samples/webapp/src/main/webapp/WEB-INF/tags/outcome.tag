<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%-- Where a card of the services page shows what came of its button. --%>
<div class="result" role="status" aria-live="polite" hidden>
  <span class="code"></span>
  <pre tabindex="0" aria-label="Answer"></pre>
</div>
