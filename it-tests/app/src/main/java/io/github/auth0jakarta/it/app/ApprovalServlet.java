package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.BackchannelAuthenticationResult;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Approved;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Pending;
import io.github.auth0jakarta.BackchannelAuthenticationService;
import io.github.auth0jakarta.TokenSet;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a user for approval: {@code do} is {@code start}, {@code poll}, {@code login} or {@code await}; {@code background} for the first two without a request. */
@WebServlet(value = "/test/approval", asyncSupported = true)
public class ApprovalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST_WAIT = 60_000;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private transient ManagedExecutorService executor;

    @Inject
    private transient BackchannelAuthenticationService approvals;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String id = request.getParameter("id");
        try {
            if (request.getParameter("background") != null) {
                JsonAnswer.write(response, inBackground(request, id));
                return;
            }
            switch (request.getParameter("do")) {
                case "start" -> JsonAnswer.write(response, json(approvals.start(wanted(request))));
                case "poll" -> JsonAnswer.write(response, json(approvals.poll(id)));
                case "login" -> JsonAnswer.write(response, json(approvals.login(id)));
                case "await" -> await(request, id);
                default -> throw new ServletException("do what?");
            }
        } catch (AccessDeniedException e) {
            throw e; // the library's to answer
        } catch (Auth0Exception e) {
            fail(response, e);
        }
    }

    /** As a timer does it: in a task of the container, where there is no request. */
    private JsonObject inBackground(HttpServletRequest request, String id) throws ServletException {
        Callable<JsonObject> task = id == null ? started(wanted(request)) : () -> json(approvals.poll(id));
        try {
            return executor.submit(task).get(LONGEST_WAIT, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AccessDeniedException refusal) {
                throw refusal;
            }
            throw new ServletException(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new ServletException(e);
        }
    }

    private Callable<JsonObject> started(BackchannelAuthenticationRequest wanted) {
        return () -> json(approvals.start(wanted));
    }

    private static BackchannelAuthenticationRequest wanted(HttpServletRequest request) {
        BackchannelAuthenticationRequest wanted =
                BackchannelAuthenticationRequest.of(request.getParameter("sub"), request.getParameter("message"));
        String hint = request.getParameter("hint");
        return hint == null ? wanted : wanted.withLoginHint(hint);
    }

    /** No thread waits: the answer is written when the user has decided. */
    private void await(HttpServletRequest request, String id) {
        var stage = approvals.await(id);
        AsyncContext context = request.startAsync();
        context.setTimeout(LONGEST_WAIT);
        stage.whenComplete((tokens, failure) -> {
            try {
                finish((HttpServletResponse) context.getResponse(), tokens, failure);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                context.complete();
            }
        });
    }

    private static void finish(HttpServletResponse response, @Nullable TokenSet tokens, @Nullable Throwable failure)
            throws IOException {
        if (failure instanceof Auth0Exception reason) {
            fail(response, reason);
        } else if (tokens != null) {
            JsonAnswer.write(
                    response,
                    approved(tokens)
                            .add("thread", Thread.currentThread().getName())
                            .build());
        } else {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static void fail(HttpServletResponse response, Auth0Exception e) throws IOException {
        response.setStatus(e.code().status());
        JsonAnswer.write(
                response,
                Json.createObjectBuilder().add("code", e.code().text()).build());
    }

    private static JsonObject json(BackchannelAuthentication started) {
        return Json.createObjectBuilder()
                .add("id", started.id())
                .add("interval", started.interval().toMillis())
                .build();
    }

    private static JsonObject json(BackchannelAuthenticationResult result) {
        if (result instanceof Approved approved) {
            return approved(approved.tokens()).build();
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("result", result.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (result instanceof Pending pending) {
            json.add("poll_after", pending.pollAfter().toMillis());
        }
        return json.build();
    }

    private static JsonObjectBuilder approved(TokenSet tokens) {
        return Json.createObjectBuilder()
                .add("result", "approved")
                .add("sub", String.valueOf(tokens.claims().get("sub")))
                .add("token_type", tokens.accessToken().type());
    }
}
