package io.github.auth0jakarta.sample.agent.run;

import io.github.auth0jakarta.sample.launcher.RunOptions;
import io.github.auth0jakarta.sample.launcher.WildFly;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Tenant;
import java.util.Locale;
import java.util.Map;

/** Assistant, tools and orders on one WildFly with the embedded tenant, all on loopback; closing it stops them. */
public final class RunAgent implements AutoCloseable {
    /** Good for one machine's loopback interface; a real application has a secret of its own. */
    private static final String COOKIE_SECRET = "sample-cookie-secret-for-loopback-only";

    private final String url;
    private final Tenant tenant;
    private final WildFly server;

    private RunAgent(String url, Tenant tenant, WildFly server) {
        this.url = url;
        this.tenant = tenant;
        this.server = server;
    }

    /** Starts the sample, tells how to use it, and runs until it is told to stop. */
    public static void main(String[] args) throws InterruptedException {
        System.out.println("Starting the tenant and WildFly with three applications ...");
        try (RunAgent sample = start(RunOptions.ofSystemProperties())) {
            System.out.println(sample.welcome());
            sample.server.awaitEnd();
        }
    }

    /**
     * Starts the sample and returns when it answers.
     *
     * @throws IllegalStateException where the server does not start; the message names its log
     */
    public static RunAgent start(RunOptions wanted) {
        RunOptions options = wanted.withKnownPort();
        String url = "http://localhost:" + options.port();
        Tenant tenant = AgentTenant.start(url, options.tenantPort());
        try {
            return new RunAgent(url, tenant, WildFly.start(options, environment(url, tenant)));
        } catch (RuntimeException e) {
            tenant.close();
            throw e;
        }
    }

    /** What the three have in common; the rest is in each application's own properties. */
    private static Map<String, String> environment(String url, Tenant tenant) {
        return Map.of(
                "SAMPLE_URL",
                url,
                "AUTH0_ISSUER",
                tenant.issuer(),
                "SAMPLE_SECRET",
                COOKIE_SECRET,
                "AUTH0_ALLOW_INSECURE_REQUESTS",
                "true");
    }

    /** Returns the address of the server, without a slash at its end. */
    public String url() {
        return url;
    }

    /** Returns the tenant of all three. */
    public Tenant tenant() {
        return tenant;
    }

    @Override
    public void close() {
        server.close();
        tenant.close();
    }

    private String welcome() {
        return String.format(
                Locale.ROOT,
                """

                The assistant of Cardinal Coffee is there for you.

                  Open     %s/assistant/
                  Log in   %s / %s (may order)
                           %s / %s (may only look)

                The tools are at %s/mcp, the orders API at %s/orders/v1/orders
                The tenant that you log in at is %s
                The server's log is %s
                Ctrl-C stops everything.
                """,
                url,
                Demo.ALICE_EMAIL,
                Demo.ALICE_PASSWORD,
                Demo.BOB_EMAIL,
                Demo.BOB_PASSWORD,
                url,
                url,
                tenant.issuer(),
                server.log());
    }
}
