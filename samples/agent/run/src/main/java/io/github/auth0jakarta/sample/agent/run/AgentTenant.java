package io.github.auth0jakarta.sample.agent.run;

import io.github.auth0jakarta.tenant.Api;
import io.github.auth0jakarta.tenant.Client;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Tenant;
import io.github.auth0jakarta.tenant.User;
import java.util.Set;

/** The tenant of the sample: what somebody would set up in Auth0's dashboard, with the same words. */
final class AgentTenant {
    static final String ASSISTANT = "https://assistant.example.com";
    static final String TOOLS = "https://tools.example.com";
    static final String ORDERS = "https://orders.example.com";
    static final String ASSISTANT_CLIENT = "sample-assistant";

    private AgentTenant() {}

    /** Starts it for applications at this address. */
    static Tenant start(String url, int port) {
        Tenant tenant = Tenant.builder()
                .port(port)
                .api(new Api(ASSISTANT, Set.of(), false, true))
                .api(Api.of(TOOLS, "call:tools", "place:orders"))
                .api(Api.of(ORDERS, "read:orders", "write:orders"))
                .client(assistant(url + "/assistant"))
                .client(tools())
                .user(alice())
                .user(bob())
                .start();
        return tenant.register(UserTokens.profile(tenant.keys()));
    }

    private static Client assistant(String url) {
        return Client.builder(ASSISTANT_CLIENT, "sample-assistant-secret-for-loopback-only")
                .callbackUrls(url + "/auth/callback")
                .logoutUrls(url, url + "/")
                .machineGrant(TOOLS, "call:tools")
                .build();
    }

    private static Client tools() {
        return Client.builder("sample-tools", "sample-tools-secret-for-loopback-only")
                .api(TOOLS)
                .exchangeTarget(ORDERS, "read:orders", "write:orders")
                .build();
    }

    /** May order. */
    private static User alice() {
        return User.builder(Demo.ALICE_SUB, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD)
                .name("Alice Example")
                .permissions(TOOLS, "call:tools", "place:orders")
                .permissions(ORDERS, "read:orders", "write:orders")
                .build();
    }

    /** May look and not order. */
    private static User bob() {
        return User.builder(Demo.BOB_SUB, Demo.BOB_EMAIL, Demo.BOB_PASSWORD)
                .name("Bob Example")
                .permissions(TOOLS, "call:tools")
                .permissions(ORDERS, "read:orders")
                .build();
    }
}
