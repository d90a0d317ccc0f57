package io.github.auth0jakarta.it;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.spi.CallbackHandler;
import io.github.auth0jakarta.spi.LoginCustomizer;
import io.github.auth0jakarta.spi.SessionCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Takes part in logins where the request, or what the application gave to the login, says so. */
@ApplicationScoped
public class ApplicationHooks implements LoginCustomizer, CallbackHandler, SessionCustomizer {
    static final String CUSTOMER = "customer";
    static final String NOTE = "note";
    static final String ELSEWHERE = "elsewhere";
    static final String REFUSED = "refused";
    static final String REFUSED_SESSION = "refused session";
    static final String OWN_PAGE = "own page";
    static final String HIDDEN_CLAIM = "email";
    static final String ATTRIBUTE = "greeting";

    @Override
    public LoginOptions customize(LoginOptions options, HttpServletRequest request) {
        String customer = request.getParameter(CUSTOMER);
        if (REFUSED.equals(customer)) {
            throw new IllegalStateException("not this customer");
        }
        return customer == null ? options : options.withOrganization(customer);
    }

    @Override
    public String completed(CompletedLogin login, HttpServletRequest request) {
        String note = login.appState().getOrDefault(NOTE, "");
        if (note.equals(REFUSED) || note.equals(OWN_PAGE)) {
            throw new IllegalStateException("not this login");
        }
        return note.equals(ELSEWHERE) ? request.getContextPath() + "/test/identities" : login.returnTo();
    }

    @Override
    public boolean failed(FailedLogin login, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!OWN_PAGE.equals(login.appState().get(NOTE))) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getOutputStream()
                .write(("Our own page about " + login.code().text()).getBytes(StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public void beforeSave(Draft session) {
        if (REFUSED_SESSION.equals(session.claims().get("name"))) {
            throw new IllegalStateException("not this session");
        }
        session.attributes().put(ATTRIBUTE, "Hello, " + session.claims().get("name"));
        session.hideClaim(HIDDEN_CLAIM);
    }
}
