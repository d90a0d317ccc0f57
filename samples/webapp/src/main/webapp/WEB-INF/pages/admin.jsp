<%@ page pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Admin" path="/admin">
  <section>
    <p class="eyebrow">For the role admin</p>
    <h1>Order book</h1>
    <p class="lead">Welcome behind the counter, <c:out value="${caller.name}"/>.</p>
    <div class="card table" tabindex="0" role="region" aria-label="Orders">
      <table id="orders">
        <thead><tr><th scope="col">Order</th><th scope="col">Item</th><th scope="col">Quantity</th><th scope="col">Status</th></tr></thead>
        <tbody>
          <c:forEach items="${orders}" var="order">
            <tr>
              <th scope="row"><code>${order.id()}</code></th>
              <td><c:out value="${order.item()}"/></td>
              <td>${order.quantity()}</td>
              <td><span class="state ${order.status()}"><c:out value="${order.status()}"/></span></td>
            </tr>
          </c:forEach>
        </tbody>
      </table>
    </div>
  </section>
</t:page>
