package io.github.auth0jakarta.tenant;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the demo tenant, prints what is needed to use it, and runs until it is told to stop. */
public final class TenantMain {

    private TenantMain() {}

    /** Runs with {@code --name=value} arguments; each can also be the system property {@code tenant.name}. */
    public static void main(String[] args) throws InterruptedException {
        TenantOptions options;
        try {
            options = TenantOptions.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(TenantOptions.USAGE);
            System.exit(2);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        try (Tenant tenant = options.start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "tenant-stop"));
            print(System.out, tenant, options);
            stopped.await();
        }
    }

    private static void print(PrintStream out, Tenant tenant, TenantOptions options) {
        out.println("Tenant is ready");
        out.println("  issuer         " + tenant.issuer());
        out.println("  client id      " + options.clientId());
        out.println("  client secret  " + options.clientSecret());
        out.println("  audience       " + options.audience());
        out.println("  applications   " + String.join(" ", options.applicationUrls()));
        out.println("  user           " + Demo.ALICE_EMAIL + " / " + Demo.ALICE_PASSWORD + " (all permissions)");
        out.println("  user           " + Demo.BOB_EMAIL + " / " + Demo.BOB_PASSWORD + " (none)");
        out.flush();
    }
}
