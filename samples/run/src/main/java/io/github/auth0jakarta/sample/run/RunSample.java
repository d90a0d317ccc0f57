package io.github.auth0jakarta.sample.run;

import io.github.auth0jakarta.sample.launcher.RunOptions;
import io.github.auth0jakarta.sample.launcher.WildFly;
import io.github.auth0jakarta.tenant.Api;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Tenant;
import io.github.auth0jakarta.tenant.User;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sample application on WildFly with the embedded tenant, both on loopback; closing it stops them. */
public final class RunSample implements AutoCloseable {
    /** Good for one machine's loopback interface; a real application has a secret of its own. */
    private static final String COOKIE_SECRET = "sample-cookie-secret-for-loopback-only";

    private static final String PAYROLL = "https://payroll.example.com";

    private final String url;
    private final Tenant tenant;
    private final WildFly server;

    private RunSample(String url, Tenant tenant, WildFly server) {
        this.url = url;
        this.tenant = tenant;
        this.server = server;
    }

    /** Starts the sample, tells how to use it, and runs until it is told to stop. */
    public static void main(String[] args) throws InterruptedException {
        System.out.println("Starting the tenant and WildFly ...");
        try (RunSample sample = start(RunOptions.ofSystemProperties())) {
            System.out.println(sample.welcome());
            sample.server.awaitEnd();
        }
    }

    /**
     * Starts the sample and returns when it answers.
     *
     * @throws IllegalStateException where the server does not start; the message names its log
     */
    public static RunSample start(RunOptions wanted) {
        RunOptions options = wanted.withKnownPort();
        String url = "http://localhost:" + options.port();
        Tenant tenant = Tenant.builder().port(options.tenantPort()).demo(url).start();
        tenant.register(withoutPicture(Demo.alice())).register(withoutPicture(Demo.bob()));
        registerServices(tenant, url);
        try {
            return new RunSample(url, tenant, WildFly.start(options, settings(url, tenant)));
        } catch (RuntimeException e) {
            tenant.close();
            throw e;
        }
    }

    /** Returns the address of the home page, without a slash at its end. */
    public String url() {
        return url;
    }

    /** Returns the tenant that the sample logs in at. */
    public Tenant tenant() {
        return tenant;
    }

    @Override
    public void close() {
        server.close();
        tenant.close();
    }

    /** What the services page needs beyond the demo: an API behind a second factor, and a user who is asked often. */
    private static void registerServices(Tenant tenant, String url) {
        tenant.register(new Api(PAYROLL, Set.of("read:payroll"), false, true))
                .register(Demo.client(url)
                        .refreshTarget(PAYROLL, "read:payroll")
                        .refreshTarget(
                                tenant.issuer() + "me/",
                                "create:me:connected_accounts",
                                "read:me:connected_accounts",
                                "delete:me:connected_accounts")
                        .build());
        tenant.settings().secondFactorFor(PAYROLL);
        tenant.approvals().interval(Duration.ofSeconds(1));
    }

    /** The settings of a real deployment: nothing but environment variables. */
    private static Map<String, String> settings(String url, Tenant tenant) {
        return Map.of(
                "AUTH0_ISSUER",
                tenant.issuer(),
                "AUTH0_CLIENT_ID",
                Demo.CLIENT_ID,
                "AUTH0_CLIENT_SECRET",
                Demo.CLIENT_SECRET,
                "AUTH0_AUDIENCE",
                Demo.AUDIENCE,
                "AUTH0_SECRET",
                COOKIE_SECRET,
                "AUTH0_APP_BASE_URL",
                url,
                "AUTH0_ALLOW_INSECURE_REQUESTS",
                "true");
    }

    /** Keeps browsers from loading a picture from elsewhere: the sample works without a network. */
    private static User withoutPicture(User user) {
        return new User(
                user.sub(),
                user.email(),
                user.password(),
                user.name(),
                user.nickname(),
                "",
                user.permissions(),
                user.claims());
    }

    private String welcome() {
        return String.format(
                Locale.ROOT,
                """

                Cardinal Coffee is open.

                  Open     %s
                  Log in   %s / %s (may see the admin page)
                           %s / %s (may not)
                  The code for the safe is %s, the organisation of %s is %s.

                The tenant that you log in at is %s
                The server's log is %s
                Ctrl-C stops everything.
                """,
                url,
                Demo.ALICE_EMAIL,
                Demo.ALICE_PASSWORD,
                Demo.BOB_EMAIL,
                Demo.BOB_PASSWORD,
                Demo.ONE_TIME_CODE,
                Demo.alice().name(),
                Demo.ORGANIZATION_NAME,
                tenant.issuer(),
                server.log());
    }
}
