package io.github.auth0jakarta.it;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0Client.TokenTypeHint;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.ClientCredentialsRequest;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LogoutRequest;
import io.github.auth0jakarta.PendingAuthorization;
import io.github.auth0jakarta.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** An application that keeps its own session and has the library speak the protocol only. */
@WebServlet({"/own/*", "/auth/callback"})
public class OwnLoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Auth0Client client;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (Auth0Exception e) {
            response.setStatus(502);
            write(
                    response,
                    Json.createObjectBuilder().add("code", e.code().text()).build());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String what = request.getPathInfo();
        if (what == null) {
            write(response, complete(request));
            return;
        }
        switch (what) {
            case "/login" -> response.sendRedirect(begin(request).toString());
            case "/logout" ->
                response.sendRedirect(
                        client.logoutUrl(LogoutRequest.of(at(request, ""))).toString());
            case "/refresh" -> write(response, refreshed(request));
            case "/userinfo" -> write(response, userInfo(request));
            case "/revoke" -> {
                client.revoke(refreshToken(request), TokenTypeHint.REFRESH_TOKEN);
                response.setStatus(204);
            }
            case "/machine" -> write(response, machine(request));
            case "/revoke-machine" -> {
                client.revoke(ofMachine(request).value(), TokenTypeHint.ACCESS_TOKEN);
                response.setStatus(204);
            }
            case "/metadata" ->
                write(
                        response,
                        Json.createObjectBuilder()
                                .add("issuer", client.serverMetadata().issuer())
                                .build());
            default -> response.sendError(404);
        }
    }

    private static URI at(HttpServletRequest request, String path) {
        return URI.create(request.getRequestURL().toString()).resolve(request.getContextPath() + path);
    }

    private URI begin(HttpServletRequest request) {
        PendingAuthorization pending = client.authorizationUrl(at(request, "/auth/callback"), LoginOptions.defaults());
        request.getSession().setAttribute("pending", pending);
        return pending.url();
    }

    private JsonObject complete(HttpServletRequest request) {
        HttpSession session = request.getSession();
        PendingAuthorization pending = (PendingAuthorization) session.getAttribute("pending");
        session.removeAttribute("pending");
        TokenSet tokens =
                client.tokenByCode(URI.create(request.getRequestURL() + "?" + request.getQueryString()), pending);
        session.setAttribute("refresh_token", tokens.refreshToken().orElseThrow());
        session.setAttribute("access_token", tokens.accessToken());
        session.setAttribute("sub", tokens.claims().get("sub"));
        return Json.createObjectBuilder()
                .add("sub", (String) tokens.claims().get("sub"))
                .add("scope", text(tokens.accessToken()))
                .build();
    }

    private static String refreshToken(HttpServletRequest request) {
        return (String) request.getSession().getAttribute("refresh_token");
    }

    private JsonObject refreshed(HttpServletRequest request) {
        TokenSet tokens = client.tokenByRefreshToken(refreshToken(request));
        tokens.refreshToken().ifPresent(rotated -> request.getSession().setAttribute("refresh_token", rotated));
        return Json.createObjectBuilder()
                .add("scope", text(tokens.accessToken()))
                .build();
    }

    private JsonObject userInfo(HttpServletRequest request) {
        HttpSession session = request.getSession();
        AccessToken token = (AccessToken) session.getAttribute("access_token");
        return Json.createObjectBuilder(client.userInfo(token, (String) session.getAttribute("sub")))
                .build();
    }

    private AccessToken ofMachine(HttpServletRequest request) {
        ClientCredentialsRequest wanted = ClientCredentialsRequest.of(request.getParameter("audience"));
        String scope = request.getParameter("scope");
        String organization = request.getParameter("organization");
        ClientCredentialsRequest ofOrganization = organization == null ? wanted : wanted.withOrganization(organization);
        return client.clientCredentials(scope == null ? ofOrganization : ofOrganization.withScopes(Set.of(scope)));
    }

    private JsonObject machine(HttpServletRequest request) {
        AccessToken token = ofMachine(request);
        return Json.createObjectBuilder()
                .add("access_token", token.value())
                .add("scope", text(token))
                .build();
    }

    private static String text(AccessToken token) {
        return String.join(" ", new TreeSet<>(token.scopes()));
    }

    private static void write(HttpServletResponse response, JsonObject json) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
